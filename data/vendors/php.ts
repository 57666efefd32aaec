import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://www.php.net/manual/en/errorfunc.configuration.php', verified: '2026-11-22' } as const;

/** PHP code without a framework that shows. */
export const php: Vendor = {
  id: 'php',
  name: 'PHP',
  kind: 'application',
  depth: 5,
  onPath: [
    {
      when: { header: 'x-powered-by', matches: /\bPHP\// },
      says: '`x-powered-by: {value}`: PHP handled this request',
      version: /PHP\/([\d.]+)/,
      documented: true,
      ...docs,
    },
    { when: { header: 'set-cookie', starts: 'PHPSESSID=' }, says: 'The cookie `PHPSESSID` is set by PHP', documented: true, ...docs },
  ],
  issued: [
    {
      when: { bodyMatches: /<b>(?:PHP )?(?:Fatal|Parse|Recoverable fatal) error<\/b>:/i, near: 'error</b>:' },
      strength: 'conclusive',
      says: 'The body is an error of PHP: `{value}`',
      documented: true,
      ...docs,
    },
    {
      when: { bodyMatches: /(?:^|\n)\s{0,8}(?:PHP )?(?:Fatal|Parse) error: [^\n]{1,500} on line \d{1,7}/i, near: 'on line' },
      strength: 'conclusive',
      says: 'The body is an error of PHP',
      documented: true,
      ...docs,
    },
    {
      when: { bodyMatches: /(?:Fatal|Parse) error: [^\n]{0,400}\.php(?::| on line )\d{1,7}/i, near: '.php' },
      strength: 'strong',
      says: 'The body quotes an error of PHP',
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      status: 500,
      when: { bodyEmpty: true },
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'An empty 500 is a PHP fatal error with `display_errors` off.',
      look: "PHP's error log at this time",
      ...docs,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The script failed with a fatal error or set this status itself.',
      look: "PHP's error log at this time",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Search PHP's error log around {time} for `PHP Fatal error`" },
    { text: 'Where is it?', command: "php -i | grep -E '^(error_log|log_errors|display_errors)'" },
  ],

  docs: 'https://www.php.net/manual/en/errorfunc.configuration.php',
};
