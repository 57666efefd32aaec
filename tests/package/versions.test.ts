import { describe, expect, test } from 'vitest';
import { lastName, type Node, nodesOf } from './ast';
import { type Built, extensions } from './built';

/** First versions of Chrome and Firefox, and the page under https://developer.mozilla.org/docs/Web/ whose table says so. */
type Since = readonly [chrome: number, firefox: number, page: string];

/** Names that code uses as a property, a global or an attribute. What is older than all of these needs no line. */
const NAMES: Readonly<Record<string, Since>> = {
  at: [92, 90, 'JavaScript/Reference/Global_Objects/Array/at'],
  findLast: [97, 104, 'JavaScript/Reference/Global_Objects/Array/findLast'],
  findLastIndex: [97, 104, 'JavaScript/Reference/Global_Objects/Array/findLastIndex'],
  toSorted: [110, 115, 'JavaScript/Reference/Global_Objects/Array/toSorted'],
  toReversed: [110, 115, 'JavaScript/Reference/Global_Objects/Array/toReversed'],
  toSpliced: [110, 115, 'JavaScript/Reference/Global_Objects/Array/toSpliced'],
  with: [110, 115, 'JavaScript/Reference/Global_Objects/Array/with'],
  fromAsync: [121, 115, 'JavaScript/Reference/Global_Objects/Array/fromAsync'],
  groupBy: [117, 119, 'JavaScript/Reference/Global_Objects/Object/groupBy'],
  hasOwn: [93, 92, 'JavaScript/Reference/Global_Objects/Object/hasOwn'],
  replaceAll: [85, 77, 'JavaScript/Reference/Global_Objects/String/replaceAll'],
  isWellFormed: [111, 119, 'JavaScript/Reference/Global_Objects/String/isWellFormed'],
  toWellFormed: [111, 119, 'JavaScript/Reference/Global_Objects/String/toWellFormed'],
  withResolvers: [119, 121, 'JavaScript/Reference/Global_Objects/Promise/withResolvers'],
  isSubsetOf: [122, 127, 'JavaScript/Reference/Global_Objects/Set/isSubsetOf'],
  symmetricDifference: [122, 127, 'JavaScript/Reference/Global_Objects/Set/symmetricDifference'],
  fromBase64: [140, 133, 'JavaScript/Reference/Global_Objects/Uint8Array/fromBase64'],
  Segmenter: [87, 125, 'JavaScript/Reference/Global_Objects/Intl/Segmenter'],
  DurationFormat: [129, 136, 'JavaScript/Reference/Global_Objects/Intl/DurationFormat'],
  structuredClone: [98, 94, 'API/Window/structuredClone'],
  DecompressionStream: [80, 113, 'API/DecompressionStream'],
  CompressionStream: [80, 113, 'API/CompressionStream'],
  canParse: [120, 115, 'API/URL/canParse_static'],
  showModal: [37, 98, 'API/HTMLDialogElement/showModal'],
  requestClose: [134, 139, 'API/HTMLDialogElement/requestClose'],
  closedBy: [134, 141, 'API/HTMLDialogElement/closedBy'],
  popover: [114, 125, 'API/HTMLElement/popover'],
  showPopover: [114, 125, 'API/HTMLElement/showPopover'],
  togglePopover: [114, 125, 'API/HTMLElement/togglePopover'],
  scrollend: [114, 109, 'API/Element/scrollend_event'],
  onscrollend: [114, 109, 'API/Element/scrollend_event'],
  checkVisibility: [105, 106, 'API/Element/checkVisibility'],
  inert: [102, 112, 'API/HTMLElement/inert'],
  startViewTransition: [111, 144, 'API/Document/startViewTransition'],
  moveBefore: [133, 144, 'API/Element/moveBefore'],
  writeText: [66, 63, 'API/Clipboard/writeText'],
  randomUUID: [92, 95, 'API/Crypto/randomUUID'],
};
/** Used only where the browser has it: Preact asks before each use. */
const ASKED_FOR = new Set(['moveBefore']);
/** Syntax, by what makes a node of it. */
const SYNTAX: Readonly<Record<string, readonly [...Since, is: (node: Node) => boolean]>> = {
  'logical assignment': [
    85,
    79,
    'JavaScript/Reference/Operators/Nullish_coalescing_assignment',
    (n) => n.type === 'AssignmentExpression' && /^(\?\?|&&|\|\|)=$/.test(String(n['operator'])),
  ],
  'private members': [74, 90, 'JavaScript/Reference/Classes/Private_elements', (n) => n.type === 'PrivateIdentifier'],
  'static blocks': [94, 93, 'JavaScript/Reference/Classes/Static_initialization_blocks', (n) => n.type === 'StaticBlock'],
  'lookbehind in a pattern': [62, 78, 'JavaScript/Reference/Regular_expressions/Lookbehind_assertion', (n) => /\(\?<[=!]/.test(pattern(n))],
  'flags within a pattern': [125, 132, 'JavaScript/Reference/Regular_expressions/Modifier', (n) => /\(\?[ims-]+:/.test(pattern(n))],
  'flag v of a pattern': [112, 116, 'JavaScript/Reference/Global_Objects/RegExp/unicodeSets', (n) => flags(n).includes('v')],
  'flag d of a pattern': [90, 88, 'JavaScript/Reference/Global_Objects/RegExp/hasIndices', (n) => flags(n).includes('d')],
};
/** What a style sheet uses. */
const STYLES: Readonly<Record<string, readonly [...Since, pattern: RegExp]>> = {
  ':is()': [88, 78, 'CSS/:is', /:is\(/],
  ':has()': [105, 121, 'CSS/:has', /:has\(/],
  ':focus-visible': [86, 85, 'CSS/:focus-visible', /:focus-visible/],
  nesting: [120, 117, 'CSS/CSS_nesting', /[{;]\s*&/],
  '@container': [105, 110, 'CSS/@container', /@container/],
  '@layer': [99, 97, 'CSS/@layer', /@layer/],
  '@scope': [118, 146, 'CSS/@scope', /@scope/],
  '@starting-style': [117, 129, 'CSS/@starting-style', /@starting-style/],
  '@property': [85, 128, 'CSS/@property', /@property/],
  'ranges in media queries': [104, 102, 'CSS/CSS_media_queries/Using_media_queries', /@media[^{]*[<>]/],
  'forced-colors': [89, 89, 'CSS/@media/forced-colors', /\(forced-colors/],
  'light-dark()': [123, 120, 'CSS/color_value/light-dark', /light-dark\(/],
  'color-mix()': [111, 113, 'CSS/color_value/color-mix', /color-mix\(/],
  'oklch()': [111, 113, 'CSS/color_value/oklch', /oklch\(/],
  'min() and max()': [79, 75, 'CSS/min', /\b(min|max|clamp)\(/],
  'round()': [125, 118, 'CSS/round', /\bround\(/],
  'text-wrap: balance': [114, 121, 'CSS/text-wrap', /text-wrap:\s*balance/],
  'scrollbar-width': [121, 64, 'CSS/scrollbar-width', /scrollbar-width/],
  'scrollbar-color': [121, 64, 'CSS/scrollbar-color', /scrollbar-color/],
  'scrollbar-gutter': [94, 97, 'CSS/scrollbar-gutter', /scrollbar-gutter/],
  subgrid: [117, 71, 'CSS/CSS_grid_layout/Subgrid', /subgrid/],
  'translate, rotate and scale': [104, 72, 'CSS/translate', /[{;](translate|rotate|scale):/],
  'accent-color': [93, 92, 'CSS/accent-color', /accent-color/],
  'content-visibility': [85, 125, 'CSS/content-visibility', /content-visibility/],
  inset: [87, 66, 'CSS/inset', /[{;]inset:/],
  'logical padding and margin': [87, 66, 'CSS/padding-inline', /(padding|margin)-inline:/],
  'dynamic viewport units': [108, 101, 'CSS/length', /\d[ds]v[hw]\b/],
  'anchor positioning': [125, 147, 'CSS/anchor-name', /anchor-name|position-anchor/],
  '::details-content': [131, 143, 'CSS/::details-content', /::details-content/],
};

const regex = (n: Node): { readonly pattern?: string; readonly flags?: string } =>
  (n.type === 'Literal' ? (n['regex'] as object | undefined) : undefined) ?? {};
const pattern = (n: Node): string => regex(n).pattern ?? '';
const flags = (n: Node): string => regex(n).flags ?? '';

/** Everything of the tables that the extension uses. */
function used({ files }: Built): readonly (readonly [string, Since])[] {
  const all = [...files].filter(([name]) => name.endsWith('.js')).flatMap(([, code]) => nodesOf(String(code)));
  const css = [...files]
    .filter(([name]) => name.endsWith('.css'))
    .map(([, code]) => String(code))
    .join('\n');
  // Properties, globals, and names in texts, such as those of events; what is merely declared is ours.
  const names = new Set(all.filter((n) => n.type === 'MemberExpression' || n.type === 'Identifier' || n.type === 'Literal').map(lastName));
  return [
    ...Object.entries(NAMES).filter(([name]) => names.has(name)),
    ...Object.entries(SYNTAX).flatMap(([name, [chrome, firefox, page, is]]) =>
      all.some(is) ? [[name, [chrome, firefox, page]] as const] : [],
    ),
    ...Object.entries(STYLES).flatMap(([name, [chrome, firefox, page, is]]) =>
      is.test(css) ? [[name, [chrome, firefox, page]] as const] : [],
    ),
  ];
}

describe.each(extensions.map((x) => [x.browser, x] as const))('the oldest %s that the package names', (browser, built) => {
  const { manifest } = built;
  const gecko = (manifest['browser_specific_settings'] as { readonly gecko: { readonly strict_min_version: string } } | undefined)?.gecko;
  const named = Number.parseInt(String(browser === 'chrome' ? manifest['minimum_chrome_version'] : gecko?.strict_min_version), 10);
  const found = used(built);

  test('knows all that the package uses', () => {
    // Were nothing found, the test would see nothing.
    expect(found.map(([name]) => name)).toEqual(
      expect.arrayContaining(['toSorted', 'DecompressionStream', 'showPopover', 'color-mix()', '@container']),
    );
    const late = found.filter(([name, [chrome, firefox]]) => !ASKED_FOR.has(name) && (browser === 'chrome' ? chrome : firefox) > named);
    expect(late).toEqual([]);
  });
});
