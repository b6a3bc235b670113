import { resolve, join } from 'node:path';
import { sameName } from '../fold.ts';
import type { Lang, Text } from '../lang.ts';
import { type Debts, debtsOf, owesSomething } from '../model/debts.ts';
import type { Facts } from '../model/facts.ts';
import type { Issuer, PaperName } from '../model/papers.ts';
import { latestDue } from '../model/regime.ts';
import { type Owner, type Plan } from '../model/plan.ts';
