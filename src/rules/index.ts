import type { Facts } from '../model/facts.ts';
import { check } from './check.ts';
import unreadable from './dd101-unreadable.ts';
import tooLarge from './dd102-too-large.ts';
import wrongEncoding from './dd103-wrong-encoding.ts';
import syntaxError from './dd104-syntax-error.ts';
import duplicateKey from './dd105-duplicate-key.ts';
import missingField from './dd106-missing-field.ts';
import unknownField from './dd107-unknown-field.ts';
import badValue from './dd108-bad-value.ts';
import badDate from './dd109-bad-date.ts';
import otherFormat from './dd110-other-format.ts';
import damagedWorkbook from './dd111-damaged-workbook.ts';
import tableNotFound from './dd112-table-not-found.ts';
import cellWithoutValue from './dd113-cell-without-value.ts';
import hiddenContent from './dd114-hidden-content.ts';
import mergedCells from './dd115-merged-cells.ts';
import activeContent from './dd116-active-content.ts';
import legacyText from './dd117-legacy-text.ts';
import unreadContent from './dd118-unread-content.ts';
import moreFindings from './dd119-more-findings.ts';
import taskOverdue from './dd201-task-overdue.ts';
import taskUnreported from './dd202-task-unreported.ts';
import reportMissing from './dd203-report-missing.ts';
import reportLate from './dd204-report-late.ts';
import dueSoon from './dd205-due-soon.ts';
import completedLate from './dd206-completed-late.ts';
import unknownTask from './dd207-unknown-task.ts';
import taskNotAssigned from './dd208-task-not-assigned.ts';
import duplicateEntry from './dd209-duplicate-entry.ts';
import duplicateReport from './dd210-duplicate-report.ts';
import unknownOwner from './dd211-unknown-owner.ts';
import unknownPlan from './dd212-unknown-plan.ts';
import wrongPeriod from './dd213-wrong-period.ts';
import completedWithoutEvidence from './dd214-completed-without-evidence.ts';
import productWithoutEvidence from './dd215-product-without-evidence.ts';
import malformedDocumentNumber from './dd216-malformed-document-number.ts';
import impossibleDate from './dd217-impossible-date.ts';
import progressContradiction from './dd218-progress-contradiction.ts';
import placeholderLeft from './dd219-placeholder-left.ts';
import reasonMissing from './dd220-reason-missing.ts';
import leadSupportContradiction from './dd221-lead-support-contradiction.ts';
import indicatorOff from './dd222-indicator-off.ts';
import planVersionOutdated from './dd223-plan-version-outdated.ts';
import formerName from './dd224-former-name.ts';
import registerMismatch from './dd225-register-mismatch.ts';
import wrongForm from './dd226-wrong-form.ts';
import filedOtherwise from './dd227-filed-otherwise.ts';
import textNotInSource from './dd301-text-not-in-source.ts';
import sourceNotCovered from './dd302-source-not-covered.ts';
import undeclaredReference from './dd303-undeclared-reference.ts';
import referenceDateMismatch from './dd304-reference-date-mismatch.ts';
import referenceExpired from './dd305-reference-expired.ts';
import undeclaredOwner from './dd306-undeclared-owner.ts';
import noLead from './dd307-no-lead.ts';
import emptyGroup from './dd308-empty-group.ts';
import numberingGap from './dd309-numbering-gap.ts';
import assumedDate from './dd310-assumed-date.ts';
import unconfirmedFact from './dd311-unconfirmed-fact.ts';
import amendmentOrder from './dd312-amendment-order.ts';
import versionEdited from './dd313-version-edited.ts';
import amendmentTarget from './dd314-amendment-target.ts';
import amendmentConflict from './dd315-amendment-conflict.ts';
import lateExtension from './dd316-late-extension.ts';
import waiverExpired from './dd317-waiver-expired.ts';
import taskUnheld from './dd318-task-unheld.ts';
import versionUnfit from './dd319-version-unfit.ts';
import statusRegressed from './dd401-status-regressed.ts';
import progressDecreased from './dd402-progress-decreased.ts';
import copiedFromPrevious from './dd403-copied-from-previous.ts';
import type { Finding, Rule } from './rule.ts';

/** Every rule, in the order of its code. Codes are for ever: a retired one stays here as a comment. */
export const rules: readonly Rule[] = [
  unreadable,
  tooLarge,
  wrongEncoding,
  syntaxError,
  duplicateKey,
  missingField,
  unknownField,
  badValue,
  badDate,
  otherFormat,
  damagedWorkbook,
  tableNotFound,
  cellWithoutValue,
  hiddenContent,
  mergedCells,
  activeContent,
  legacyText,
  unreadContent,
  moreFindings,
  taskOverdue,
  taskUnreported,
  reportMissing,
  reportLate,
  dueSoon,
  completedLate,
  unknownTask,
  taskNotAssigned,
  duplicateEntry,
  duplicateReport,
  unknownOwner,
  unknownPlan,
  wrongPeriod,
  completedWithoutEvidence,
  productWithoutEvidence,
  malformedDocumentNumber,
  impossibleDate,
  progressContradiction,
  placeholderLeft,
  reasonMissing,
  leadSupportContradiction,
  indicatorOff,
  planVersionOutdated,
  formerName,
  registerMismatch,
  wrongForm,
  filedOtherwise,
  textNotInSource,
  sourceNotCovered,
  undeclaredReference,
  referenceDateMismatch,
  referenceExpired,
  undeclaredOwner,
  noLead,
  emptyGroup,
  numberingGap,
  assumedDate,
  unconfirmedFact,
  amendmentOrder,
  versionEdited,
  amendmentTarget,
  amendmentConflict,
  lateExtension,
  waiverExpired,
  taskUnheld,
  versionUnfit,
  statusRegressed,
  progressDecreased,
  copiedFromPrevious,
];

/** Judges the plan itself: its files and what they say. */
export const planRules = rules.filter(({ code }) => code.startsWith('DD1') || code.startsWith('DD3'));

/** Judges reports: their files, what they say, and what they said before. */
export const reportRules = rules.filter(({ code }) => !code.startsWith('DD3'));

/** What is wrong with files as files, where nothing else is known of them. */
export const fileFindings = ({ faults }: Pick<Facts, 'faults'>, among: readonly Rule[] = rules): Finding[] =>
  // The rules DD1xx look at nothing but faults.
  check(
    among.filter(({ code }) => code < 'DD2'),
    { faults } as unknown as Facts,
  );
