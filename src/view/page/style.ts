import { PARTS } from './bars.ts';
import { DARK, LIGHT, type Scheme } from './colors.ts';
import { type Html, markup } from './html.ts';

const variables = ({
  shades,
  parts,
  ...plain
}: Scheme): Html => markup`${Object.entries(plain).map(([name, color]) => markup`--${name}:${color};`)}
${shades.map((color, i) => markup`--shade-${i}:${color};`)}
${PARTS.map((part) => {
  const [fill, stripe, text] = parts[part];
  return markup`--${part}:${fill};--${part}-stripe:${stripe};--${part}-text:${text};`;
})}`;

/** Parts are told apart by their pattern too; those that are missing here are plain. */
const stripes = (angle: string, part: string): Html =>
  markup`repeating-linear-gradient(${angle},var(--${part}) 0 4px,var(--${part}-stripe) 4px 8px)`;
const PATTERNS: Readonly<Partial<Record<(typeof PARTS)[number], Html>>> = {
  'completed-late': stripes('45deg', 'completed-late'),
  'none-arisen': markup`radial-gradient(circle,var(--none-arisen-stripe) 1.2px,transparent 1.4px) 0 0/7px 7px var(--none-arisen)`,
  waived: stripes('90deg', 'waived'),
  'unreported-in-term': stripes('-45deg', 'unreported-in-term'),
  'unreported-past-deadline': stripes('0deg', 'unreported-past-deadline'),
  overdue: stripes('135deg', 'overdue'),
};
const parts = PARTS.map(
  (part) => markup`.${part}{background:${PATTERNS[part] ?? markup`var(--${part})`};color:var(--${part}-text)}
`,
);

/** The page's looks: on a screen in light and dark, narrow too, and on paper (A4, landscape), which is always light. */
export const STYLE: Html = markup`<style>
:root{color-scheme:light;
${variables(LIGHT)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;
${variables(DARK)}}}

*{box-sizing:border-box}
html{scroll-padding-top:1rem;scroll-padding-bottom:40vh}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.45 system-ui,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:90rem;margin:0 auto;padding:0 1.5rem}
h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .5rem}
h2{font-size:1.25rem;margin:0 0 .5rem}
h3{font-size:1.05rem;margin:1.25rem 0 .4rem}
p{margin:.25rem 0}
small{font-size:.82em}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
ul{margin:0;padding:0;list-style:none}
section{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:1rem 1.25rem 1.25rem;margin:1rem 0}
.skip{position:absolute;left:-100vw;padding:.5rem 1rem;background:var(--surface);z-index:2}
.skip:focus{left:0}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.selection{font-weight:600}
.how,caption,footer{color:var(--muted);font-size:.9rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}

#headline{background:none;border:0;padding:0}
#headline h2{display:none}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:.75rem}
.card{background:var(--surface);border:1px solid var(--line);border-top:4px solid var(--accent);border-radius:8px;padding:.75rem 1rem}
.card h3{margin:0;font-size:1rem}
.card p{font-size:.92rem;line-height:1.35}
.card .big{font-size:2.6rem;font-weight:700;line-height:1.1;margin:.1rem 0 .3rem}
.card a{color:inherit;text-decoration-color:var(--muted);text-decoration-thickness:1px}
.card.bad{border-top-color:var(--bad)}
.card.bad .big{color:var(--bad)}
.card.warn{border-top-color:var(--warn)}
.card.warn .big{color:var(--warn)}

.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;margin:.5rem 0 .75rem;font-size:.9rem}
.swatch{display:inline-block;width:1.6em;height:1em;margin-right:.4em;vertical-align:-.12em;border:1px solid var(--muted);border-radius:2px}
.bars li{display:grid;grid-template-columns:minmax(8rem,15rem) 1fr 3.5rem;gap:.75rem;align-items:center;margin:3px 0}
.bars .name{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;line-height:1.2;font-size:.92rem}
.bars .sum{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.bars .subtotal,.bars .total{font-weight:700;padding:.3rem 0 .5rem}
.bars .total{border-top:2px solid var(--ink);margin-top:.4rem}
.bar{position:relative;display:block}
.bar [role=img]{position:absolute;inset:0;pointer-events:none}
.parts{--digit:.85rem;display:flex;height:1.5rem;border:1px solid var(--muted);border-radius:3px;overflow:hidden}
.part{flex:1 0 0;min-width:5px;container-type:inline-size;text-align:center;line-height:1.4rem;font-size:.85rem;font-weight:600;font-variant-numeric:tabular-nums}
.part+.part{border-left:1px solid var(--muted)}
.part a{display:block;height:100%;color:inherit;text-decoration:none;font-size:0}
@container (min-width:.9rem){.digits-1 a{font-size:var(--digit)}}
@container (min-width:1.4rem){.digits-2 a{font-size:var(--digit)}}
@container (min-width:2rem){.digits-3 a{font-size:var(--digit)}}
@container (min-width:3rem){.digits-4 a{font-size:var(--digit)}}
.part,.swatch,td,th{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.part,.swatch{forced-color-adjust:none}
${parts}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;padding:0 0 .4rem;caption-side:top}
caption>*{position:sticky;left:0;display:inline-block;max-width:calc(100vw - 3.5rem)}
caption h3{color:var(--ink);margin:.75rem 0 0}
th,td{padding:.3rem .5rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{vertical-align:bottom;border-bottom:2px solid var(--muted);font-size:.88rem;line-height:1.2}
tbody th{font-weight:500}
.figure{text-align:right;white-space:nowrap}
th.figure{white-space:normal}
tr:target,td:target,[id^=row-]:target{background:var(--target)}
.numbers{min-width:60rem}
.numbers td,.numbers thead th+th,.numbers thead tr+tr th{text-align:right;overflow-wrap:normal}
.numbers th[scope=colgroup]{text-align:center;border-bottom-width:1px}
.numbers td{overflow-wrap:normal}
.numbers th:first-child[scope=row],.grid th[scope=row]{position:sticky;left:0;background:var(--surface);min-width:12rem}
.numbers a{color:inherit;text-decoration-color:var(--line)}
.numbers a:hover{text-decoration-color:currentColor}
.zero{color:var(--muted)}
.green{color:var(--good);font-weight:600}
.yellow{color:var(--warn);font-weight:600}
.red{color:var(--bad);font-weight:700}
.numbers tbody tr:hover td{background:var(--page)}
.subtotal th,.subtotal td,.total th,.total td{font-weight:700}
.subtotal th,.subtotal td{border-bottom:2px solid var(--line)}
.total th,.total td{border-top:2px solid var(--ink);border-bottom:0}

.grid{min-width:44rem}
.grid td{border:1px solid var(--surface);white-space:nowrap;overflow-wrap:normal;font-size:.92rem}
.grid td a{color:inherit}
.mark{display:inline-block;min-width:2.3em;font-weight:600}
.mark:has(.zero){font-weight:400}
.grid .zero,.of{color:inherit}
.sign{margin-right:.1em}
.void{color:var(--muted);text-align:left}
${[0, 1, 2, 3, 4].map(
  (i) => markup`.shade-${i}{background:var(--shade-${i})}
`,
)}
.list{font-size:.9rem;min-width:52rem;table-layout:fixed}
.list td,.list tbody th{line-height:1.35}
.list small{display:block;color:var(--muted)}
.long{max-height:16em;overflow:auto}
.brief{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.rows{margin:0 0 1.5rem}
.rows caption{font-size:1.05rem;font-weight:700;color:var(--ink)}
.class th{font-weight:700;background:var(--page)}
#rows{overflow-x:auto}
.spark{display:block;fill:none;stroke:var(--accent);stroke-width:2}
.spark circle{fill:var(--accent);stroke:none}
.spark .target{stroke:var(--muted);stroke-width:1;stroke-dasharray:4 3}
#notes ol{margin:0;padding-left:1.5rem}
#notes li{margin:.3rem 0}
footer{padding-bottom:2rem}

@media screen{
#traces,#traces li{border:0;padding:0;margin:0}
#traces h2,#traces .how,#traces li{display:none}
#traces li:target{display:block;position:fixed;z-index:1;left:0;right:0;bottom:0;max-height:38vh;overflow:auto;padding:1rem 1.5rem;background:var(--surface);border-top:3px solid var(--accent);box-shadow:0 -6px 24px #0006;line-height:1.8}
#traces li b{display:block}
#traces li>span{display:inline-block;margin-right:1.5em}
.close{float:right;font-weight:700}
}
@media screen and (max-width:40rem){
header,main,footer{padding:0 .75rem}
section{padding:.75rem}
h1{font-size:1.25rem}
.cards{grid-template-columns:1fr 1fr}
.card:first-child{grid-column:1/-1}
.bars li{grid-template-columns:1fr 3.5rem;gap:.1rem .5rem;margin:.5rem 0}
.bars .name{grid-column:1/-1}
.numbers th:first-child[scope=row],.grid th[scope=row]{min-width:8rem}
}
@page{size:A4 landscape;margin:10mm}
@media print{
body{background:none;font-size:9.5pt;line-height:1.3}
header,main,footer{max-width:none;padding:0}
section{border:0;padding:0;margin:0 0 5mm}
h1{font-size:15pt;margin:0 0 2mm}
h2{font-size:12pt;margin-bottom:1mm}
h2,h3,caption{break-after:avoid}
a{color:inherit;text-decoration:none}
nav,.skip,#traces,#bars .how,.numbers caption,.rest{display:none}
.how,footer,#notes{font-size:8pt}
.cards{grid-template-columns:repeat(5,1fr);gap:3mm}
.card{padding:1.5mm 2.5mm}
.card .big{font-size:20pt;margin:0}
.card p{font-size:8.5pt}
.legend{margin:1mm 0 1.5mm;font-size:8pt;gap:0 4mm}
.bars{--bar:clamp(3.1mm,calc(112mm/var(--lines) - .6mm),6mm)}
.bars li{grid-template-columns:52mm 1fr 10mm;margin:.3mm 0;gap:2mm}
.bars .name,.bars .sum{font-size:8pt;line-height:1.05}
.bars .subtotal,.bars .total{padding:.3mm 0 .6mm}
.parts{--digit:7.5pt;height:var(--bar)}
.part{line-height:calc(var(--bar) - .3mm)}
.bars.many{columns:2;column-gap:8mm;--bar:clamp(3.1mm,calc(205mm/var(--lines) - .8mm),5mm)}
.bars.many li{grid-template-columns:38mm 1fr 8mm}
.numbers.many td,.numbers.many th{font-size:7.5pt;line-height:1.15;padding:.35mm 1.2mm}
#table,#grid,#rows{break-before:page}
.scroll,#rows{overflow:visible}
.numbers,.grid,.list{min-width:0}
.numbers,.grid td,.list{font-size:8.5pt}
th,td{padding:.5mm 1.2mm}
.grid td,.grid th{font-size:8pt;padding:.25mm 1.2mm}
thead{display:table-header-group}
tr,.card,.bars li{break-inside:avoid}
.brief{-webkit-line-clamp:2}
.clause{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:3;overflow:hidden}
.long{max-height:none;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:12;overflow:hidden}
tr:target,td:target{background:none}
}
</style>`;
