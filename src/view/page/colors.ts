import type { Part } from './bars.ts';

/** The colours of a page: what is written and what it is written on. A test holds every pair to 4.5:1. */
export interface Scheme {
  readonly ink: string;
  readonly muted: string;
  readonly page: string;
  readonly surface: string;
  readonly line: string;
  readonly accent: string;
  readonly good: string;
  readonly warn: string;
  readonly bad: string;
  /** The row or number that was jumped to. */
  readonly target: string;
  /** Shades of the heat map, for `ink`. */
  readonly shades: readonly [string, string, string, string, string];
  /** Fill, stripe and text of the parts of a bar. */
  readonly parts: Readonly<Record<Part, readonly [fill: string, stripe: string, text: string]>>;
}

export const LIGHT: Scheme = {
  ink: '#1a1f24',
  muted: '#55606b',
  page: '#f4f6f8',
  surface: '#ffffff',
  line: '#d3d9df',
  accent: '#0b4f9e',
  good: '#17663b',
  warn: '#7a4b00',
  bad: '#9b1620',
  target: '#fff3c4',
  shades: ['#e9f5ec', '#fff4d6', '#ffdfae', '#fbc08f', '#f49f80'],
  parts: {
    'completed-on-time': ['#1b7445', '#1b7445', '#ffffff'],
    'completed-late': ['#a8dcbc', '#d3efdd', '#0f2f1c'],
    'in-term': ['#8fbdf0', '#8fbdf0', '#0d2238'],
    ongoing: ['#dce9f9', '#dce9f9', '#0d2238'],
    'none-arisen': ['#f2f4f6', '#c3cad1', '#1a1f24'],
    waived: ['#d9dbe2', '#f7f7fa', '#1a1f24'],
    'not-due': ['#ffffff', '#ffffff', '#3c454d'],
    'unreported-in-term': ['#ffe08a', '#fff4cf', '#3d2c00'],
    'unreported-past-deadline': ['#f3a64a', '#fbcf9a', '#3a1e00'],
    overdue: ['#a3141c', '#7d0d14', '#ffffff'],
  },
};

export const DARK: Scheme = {
  ink: '#e8ecf0',
  muted: '#a7b1bb',
  page: '#12161a',
  surface: '#1b2127',
  line: '#3a444e',
  accent: '#93c4ff',
  good: '#7fd6a0',
  warn: '#f0c26b',
  bad: '#ff9d97',
  target: '#4a4010',
  shades: ['#1d3326', '#3b3317', '#523f14', '#66371a', '#7a2a22'],
  parts: {
    'completed-on-time': ['#1f7a49', '#1f7a49', '#ffffff'],
    'completed-late': ['#2d5c40', '#3d6e51', '#ffffff'],
    'in-term': ['#3a6ea8', '#3a6ea8', '#ffffff'],
    ongoing: ['#2b3d52', '#2b3d52', '#e3eefb'],
    'none-arisen': ['#333b43', '#566069', '#f0f3f5'],
    waived: ['#3d3f49', '#545765', '#f0f3f5'],
    'not-due': ['#12161a', '#12161a', '#c3cad1'],
    'unreported-in-term': ['#6b5410', '#544208', '#fff3cf'],
    'unreported-past-deadline': ['#94540e', '#7a4407', '#ffffff'],
    overdue: ['#b3262d', '#8f181f', '#ffffff'],
  },
};
