import type { Confidence, Deed, Diagnosis } from '../diagnosis';
import { grouped } from './format';
import type { HarProblem } from './har-file';

/** `1 failure`, `2 failures`. */
export const n = (count: number, one: string, many = `${one}s`): string => `${grouped(count)} ${count === 1 ? one : many}`;

/** `the first request`, `the first 12 requests`. */
const first = (count: number): string => (count === 1 ? 'the first request' : `the first ${n(count, 'request')}`);

const confidence: Readonly<Record<Confidence, string>> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
  unknown: 'cannot be told',
};

const part = (status: number): Readonly<Record<Deed, string>> => ({
  relayed: 'passed it on',
  runs: 'runs it',
  issued: `issued the ${status}`,
  'wrote-page': 'replaced the page',
  failed: 'gave no valid answer',
});

/** Every word of the views, in English, in one place; those of views that are loaded later stand in strings.*.ts. Back-ticks mark code. */
export const strings = {
  confidence,
  part,

  product: '5xx Inspector',

  // Toolbar
  toolbar: 'Recording and filters',
  stopRecording: 'Stop recording (Ctrl+E)',
  startRecording: 'Record (Ctrl+E)',
  clear: 'Clear (Ctrl+L)',
  preserveLog: 'Preserve log',
  preserveLogHint: 'Keep failures when the page navigates',
  filter: 'Filter failures',
  filterHint: 'Filter: path, host:, status:, issuer:',
  filterTitle: 'Free text, or host: status: issuer: method: fault: with a value; a minus before it excludes. Key: /',
  statuses: 'Status',
  all: (count: number) => `All ${grouped(count)}`,
  chip: (status: number, count: number) => `${status} · ${grouped(count)}`,
  group: 'Group',
  groupHint: 'Group by cause: issuer, status, fault and host',
  codes: 'Codes',
  codesHint: 'All 5xx status codes, and any two compared',
  settings: 'Settings',

  // Settings
  theme: 'Theme',
  themes: { follow: 'As DevTools', light: 'Light', dark: 'Dark' },
  density: 'Rows',
  densities: { normal: 'Normal', compact: 'Compact' },
  zone: 'Times',
  zones: { local: 'Local', utc: 'UTC' },
  hidePrivate: 'Hide private addresses in all copies',

  // List
  list: 'Failed requests',
  columns: { status: 'Status', method: 'Method', request: 'Request', issuer: 'Issued by', time: 'Time' },
  notCertain: (name: string, c: Confidence) => `${name}, ${confidence[c]}`,
  unknownIssuer: 'unknown',
  /** The engine says "Your application"; beside a status there is no room for whose it is. */
  issuerName: ({ id, name }: Diagnosis['issuer']) => (id === 'application' ? 'Application' : name),
  navigated: (url: string) => `Page load: ${url}`,
  /** `muted` of them by the team's file. */
  noise: (count: number, muted: number) => {
    const trackers = count - muted === 0 ? '' : `${n(count - muted, 'failure')} of third-party trackers and beacons`;
    const expected = muted === 0 ? '' : `${n(muted, 'failure')} that your team’s file expects`;
    return `Expected noise: ${[trackers, expected].filter((part) => part !== '').join(', ')}`;
  },
  others: (count: number) => `Other sites: ${n(count, 'failure')}`,
  muted: 'muted',
  mutedWhy: (why: string) => `Your team’s file expects this failure${why === '' ? '' : `: ${why}`}`,
  newBelow: (count: number) => `${n(count, 'new failure')} below`,
  thirdParty: 'third party',
  blocked: 'CORS',
  blockedHint: 'The page sees a CORS error instead of this response',
  preflightFor: (method: string) => `preflight for ${method}`,
  entries: (count: number) => `Reported ${count} times by the browser, shown once`,
  groupSpan: (first: string, last: string) => (first === last ? first : `First ${first}, last ${last}`),
  noDiagnosisYet: 'diagnosing …',
  dropped: (count: number, kept: number) =>
    `The ${n(count, 'oldest failure was', 'oldest failures were')} dropped: ${grouped(kept)} are kept.`,

  // Empty
  emptyTitle: 'No 5xx response so far',
  emptyRecording: 'Every response with status 500 to 599 that this page receives is listed here. Reload the page, or repeat what failed.',
  emptyPaused: 'Recording is stopped. Press the record button to go on.',
  emptyWhy: 'A failure is missing?',
  emptyReasons: (browser: 'chrome' | 'firefox') => [
    'It came before DevTools was opened: browsers hand over only what DevTools itself saw. Reload the page.',
    'It has not finished: a request is listed once its response has ended.',
    `It never got a response: \`${browser === 'firefox' ? 'NS_ERROR_…' : 'net::ERR_…'}\` is no status.`,
    browser === 'firefox'
      ? 'A filter in the Network panel hides requests from extensions: clear it, then reload.'
      : 'The page shows Chrome’s own error page: extensions see its first load only. Open another page of the site, then go back.',
    'An enterprise policy, a browser page or the web store: extensions see nothing there.',
  ],
  seen: (requests: number) =>
    requests === 0 ? 'No request has finished since the recording began.' : `${n(requests, 'request')} finished, none with a 5xx.`,
  noMatch: 'No failure fits the filter',
  noMatchHint: (count: number) => `${n(count, 'failure is', 'failures are')} hidden by it.`,
  showAll: 'Show all',

  // Footer
  footer: (failed: number, requests: number) => `${grouped(failed)} of ${n(requests, 'request')} failed`,
  footerShown: (shown: number) => `${grouped(shown)} shown`,
  footerHosts: (hosts: number) => n(hosts, 'host'),
  footerPrivacy: 'Secrets are removed from copies',
  updated: 'The extension was updated or removed. Close and reopen DevTools to go on; what is listed can still be read and copied.',

  splitter: 'Width of the list',

  // Card
  card: 'Diagnosis',
  close: 'Close (Esc)',
  copyAs: 'Copy as',
  copied: (what: string) => `${what} copied`,
  report: (format: string, failures: number, cut: boolean) =>
    `${format}${failures === 1 ? '' : ` of ${n(failures, 'failure')}`}${cut ? ' (long parts are cut, and say so)' : ''}`,
  /** `format` null: the one that is not worth a word. */
  copyTriageAs: (format: string | null) => `Copy triage summary${format === null ? '' : ` as ${format}`}`,
  copyTriageOf: (name: string, failures: number) => (failures === 1 ? name : `${name} of ${n(failures, 'failure')}`),
  saved: (name: string) => `${name} saved`,
  saveAs: (format: string, extension: string) => `Save ${format} as a .${extension} file`,
  previewed: 'Preview …',
  copyAll: 'Copy all',
  copyAllHint: 'A report of all failures that are shown',
  nothingToCopy: (format: string) => `Nothing to write as ${format}: there is no http URL`,
  severalBar: 'Several failures',
  picked: (count: number) => `${n(count, 'failure')} selected`,
  oneCause: (count: number) => `${n(count, 'request')}, one cause`,
  endSelection: 'Select the last one only (Esc)',
  copy: 'Copy',
  copyCommand: (command: string) => `Copy the command ${command}`,
  copyId: (name: string) => `Copy ${name}`,
  done: 'Copied',
  refusedTitle: 'The browser refused the clipboard',
  refusedHint: 'The text is selected: press Ctrl+C, or Command+C on a Mac.',
  refusedText: 'The text to copy',
  showInNetwork: 'Show in Network panel',
  copyNetworkFilter: 'Copy Network filter',
  networkFilter: 'Network filter',
  aboutCode: (status: number, other: number | null) => (other === null ? `What is ${status}?` : `${status} or ${other}?`),
  path: 'Path of the response',
  browser: 'Browser',
  thisPage: 'this page',
  whoFailed: 'Who failed',
  issuedBy: 'Issued by',
  likelyCause: 'Likely cause',
  lookFirst: 'Where to look first',
  itsCode: (code: string) => `its own code: \`${code}\``,
  sections: {
    evidence: 'Evidence',
    steps: 'Next steps',
    test: 'The test that tells',
    scope: 'Scope',
    ids: 'IDs to search for',
    timing: 'Timing',
    request: 'Request headers',
    response: 'Response headers',
    body: 'Response body',
    initiator: 'Initiator',
  },
  evidenceHint: 'why this verdict',
  stepsHint: (who: string, status: number) => `for ${who} ${status}`,
  scopeHint: 'what else happened on this host',
  weighs: { for: 'speaks for it', against: 'speaks against it', path: 'shows the path only' },
  timings: {
    blocked: 'queued',
    dns: 'DNS',
    connect: 'connect',
    ssl: 'TLS',
    send: 'send',
    wait: 'waiting',
    receive: 'download',
  },
  noTimings: 'The browser gave no timings.',
  limit: (name: string, at: string) => `The wait fits ${name} (${at}).`,
  show: 'Show',
  showValue: (name: string) => `Show the value of ${name}`,
  noHeaders: 'None were recorded.',
  bodyNull: 'The browser did not expose the body, or it is larger than 2 MB.',
  bodyEmpty: 'The body was empty.',
  bodyCut: 'Only its beginning and end are kept.',
  bodyLetGo: 'It was let go to make room for newer failures: only its beginning and end are left.',
  bodySecrets: 'Show as received',
  line: (at: number) => `line ${at}`,
  openSource: 'Open source',
  docs: 'Documentation',
  statusPage: 'Status page',

  // HAR files
  openHar: 'Open HAR files',
  openHarHint: 'Open HAR files, plain or gzip. They can be dropped here too.',
  exportHar: (count: number) =>
    count === 0 ? 'Export as HAR: no failure is shown' : `Export ${n(count, 'failure')} as HAR, without secrets`,
  source: 'What is shown',
  showing: 'Shown:',
  requestsRead: (count: number) => `${n(count, 'request')} read`,
  backToLive: 'Back to the live recording',
  closeFiles: 'Close',
  reading: (name: string, failed: number) => `Reading ${name}, ${n(failed, 'failure')} so far`,
  writing: (count: number) => `Removing secrets from ${n(count, 'failure')}`,
  written: (count: number) => `${n(count, 'failure')} exported`,
  percent: (share: number) => `${Math.floor(share * 100)} %`,
  cancel: 'Cancel',
  dismiss: 'Dismiss',
  dropHere: 'Drop HAR files to open them',
  fileProblem: (name: string, problem: HarProblem, entries: number) => {
    const read = entries === 0 ? 'nothing could be read' : `${first(entries)} ${entries === 1 ? 'is' : 'are'} shown`;
    const what: Readonly<Record<HarProblem, string>> = {
      empty: 'is empty.',
      zip: 'is a ZIP archive: unpack it and open the .har file inside.',
      markup: 'is a web page or XML, not a HAR.',
      'not-json': 'is not a HAR: it is no JSON object.',
      'no-entries': 'is not a HAR: it has no `log.entries`.',
      'cut-off': `ends in the middle: ${read}. Export it again.`,
      'bad-gzip': `is a damaged gzip file: ${read}.`,
      unreadable: `could not be read from the disk: ${read}. Was it moved or changed?`,
    };
    return `${name} ${what[problem]}`;
  },
  fileSkipped: (name: string, count: number) =>
    `${name}: ${n(count, 'entry', 'entries')} could not be read and ${count === 1 ? 'is' : 'are'} left out.`,
  fileStopped: (name: string, entries: number) =>
    `Stopped: ${entries === 0 ? 'nothing' : first(entries)} of ${name} ${entries < 2 ? 'was' : 'were'} read.`,
  emptyFiles: 'No 5xx response in what was opened',
  emptyReading: 'No 5xx response so far',
  emptyFilesHint: (count: number) => `${n(count, 'request')} read, none with status 500 to 599.`,
  noFileTitle: 'Open a HAR file',
  noFileHint: 'Choose it, or drop it here: one or several, plain or gzip. Nothing leaves this computer.',
  chooseFiles: 'Choose files …',
  howToExport: [
    'Chrome: Network panel, the arrow “Export HAR”.',
    'Firefox: Network panel, the gear, “Save All As HAR”.',
    'Safari: Network tab, “Export”. Charles, Fiddler, Playwright: their HAR export.',
  ],
  liveInDevTools: (browser: 'chrome' | 'firefox') =>
    `Live requests are shown in DevTools, on the tab “5xx Inspector”: press \`F12\` on the page${browser === 'firefox' ? '' : ', then look at the right end of the tabs, behind “»”'}.`,

  // Blind spots
  unconnectedTitle: 'The recording has not reached this tab',
  unconnectedSteps: [
    'Choose another tab of DevTools, then this one again.',
    'Still nothing: close DevTools, open them again on any page that loads, and repeat what failed.',
  ],
  errorPage:
    'Chrome shows its own error page for this document, and hides reloads of it from extensions: what fails now is not listed. Open another page of the site, such as `/robots.txt`, then go back.',
  cutOff:
    'The browser keeps extensions away from this page: its own error page, a browser page, the web store, or a policy. What fails here is not listed. Open another page of the site to go on.',
  silenced:
    'The page makes requests that Firefox does not report: a filter in the Network panel hides them from extensions. Clear that filter, then reload the page, or rescan.',
  rescanButton: 'Rescan',
  rescanHint: 'Reads what the Network panel holds, once the page has been quiet for 2 s',
  rescan: {
    waiting: 'Waiting until the page has been quiet for 2 s …',
    reading: 'Reading what the Network panel holds …',
    busy: 'Not rescanned: the page keeps making requests, and Firefox would lose those for good. Try again when it is quiet.',
    full: 'Not rescanned: the page made so many requests that it cannot be told whether it is quiet. Clear the filter and reload.',
    failed: 'The rescan failed: the browser did not answer.',
  },
  rescanDone: (added: number, lost: boolean) =>
    `Rescan done: ${n(added, 'failure')} added.${lost ? ' Requests that came in meanwhile may be missing.' : ''}`,
  unseenEarly: (count: number) => `${n(count, 'failure')} from before DevTools was opened, seen without headers: reload to inspect`,
  unseenLate: (count: number) => `${n(count, 'failure')} that the browser did not report, seen without headers: reload to inspect`,
  reload: 'Reload the page',
  loadedBefore: (count: number) =>
    `The page finished ${n(count, 'request')} before DevTools was opened: nothing is known of their headers.`,

  // Popup
  popupLead: 'Finds out who issued a 5xx response. It works in DevTools, on the tab “5xx Inspector”.',
  popupOpen: [
    'Go to the page that fails and press `F12`, or `Ctrl+Shift+I`; on a Mac `Command+Option+I`.',
    'Choose “5xx Inspector” at the right end of the tabs, behind “»” when there is no room.',
    'Reload the page, or repeat what failed.',
  ],
  popupMissing: 'The tab is not there?',
  popupMissingWhy: {
    chrome: [
      'Chrome shows its own error page (“This page isn’t working”): open another page of the site, such as `/robots.txt`, with DevTools open, then go back.',
      'DevTools were open before the extension was installed or updated: close and reopen them.',
      'Browser pages, the web store and sites that a policy blocks: extensions see nothing there.',
    ],
    firefox: [
      'DevTools were open before the extension was installed or updated: close and reopen them.',
      'It is turned off in the DevTools settings, under the tools that add-ons install.',
      'Pages of Firefox (`about:`) and addons.mozilla.org: extensions see nothing there.',
    ],
  },
  popupHar: 'Open HAR files in a tab',

  // Team
  team: 'Team knowledge',
  teamHint: 'Components, log links and expected failures of your own',
  teamFault: (line: number, message: string) => `Your team’s file is not used: line ${line}: ${message}.`,
  teamOpen: 'Open it',
  fromTeam: 'from your team’s file',
  owner: (name: string) => `owned by ${name}`,
  runbook: 'Runbook',
  logLinks: 'Log links',

  // Codes
  codesTitle: '5xx status codes',
  back: 'Back to the list',
  codeSearch: 'Search codes',
  noCode: 'No code fits.',
  compareWith: 'Compare with',
  nothing: 'nothing',
  vendor: 'Vendor',
  anyone: 'any',
  codeRows: {
    meaning: 'Meaning',
    whoFailed: 'Who failed',
    issuedBy: 'Issued by',
    likelyCause: 'Likely cause',
    lookFirst: 'Where to look first',
    logs: 'What the logs show',
    steps: 'First steps',
  },
  vendorRows: (name: string) => `At ${name}`,
  codeNothing: (status: number) => `No standard and no vendor known here defines ${status}: whoever answered made it up.`,
  vendorNothing: (name: string, status: number) => `${name} documents no ${status} of its own: what stands behind it made it.`,
} as const;
