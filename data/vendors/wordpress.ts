import type { Vendor } from '../../diagnosis/types';

const fatal = {
  source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/class-wp-fatal-error-handler.php',
  verified: '2026-11-22',
} as const;
const load = {
  source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/load.php',
  verified: '2026-11-22',
} as const;
const die = {
  source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/functions.php',
  verified: '2026-11-22',
} as const;

/** WordPress. */
export const wordpress: Vendor = {
  id: 'wordpress',
  name: 'WordPress',
  kind: 'application',
  depth: 6,
  onPath: [
    {
      when: {
        any: [
          { header: 'link', has: 'api.w.org' },
          { header: 'x-pingback', has: 'xmlrpc.php' },
          { header: 'x-redirect-by', is: 'WordPress' },
          { header: 'x-wp-total' },
          { header: 'x-wp-nonce' },
        ],
      },
      says: '`{value}` is set by WordPress',
      documented: true,
      ...die,
    },
  ],
  issued: [
    {
      when: { all: [{ json: 'code', is: 'internal_server_error' }, { json: 'data.status' }, { json: 'message' }] },
      strength: 'conclusive',
      says: "The body is the JSON of WordPress's handler for fatal errors",
      ...fatal,
    },
    {
      when: {
        any: [
          { body: 'There has been a critical error on your website' },
          { body: 'There has been a critical error on this website' },
          { body: 'Es gab einen kritischen Fehler auf' },
          { body: 'Il y a eu une erreur critique sur' },
          { body: 'Ha habido un error crítico en' },
          { body: 'Si è verificato un errore critico sul' },
          { body: 'Ocorreu um erro crítico' },
          { body: 'Er heeft zich een kritieke fout voorgedaan' },
          { body: 'На сайте возникла критическая ошибка' },
          { body: 'Wystąpił krytyczny błąd' },
          { body: '重大なエラーが発生しました' },
          { body: '遇到了致命错误' },
        ],
      },
      strength: 'conclusive',
      says: "`{value}` is WordPress's sentence for a fatal error",
      ...fatal,
    },
    {
      when: { any: [{ body: 'class="wp-die-message"' }, { body: '<body id="error-page">' }] },
      strength: 'conclusive',
      says: 'The body is the error page of WordPress (`wp_die`)',
      documented: true,
      ...die,
    },
    {
      when: { body: 'Error establishing a database connection' },
      strength: 'strong',
      says: "`{value}` is WordPress's sentence",
      documented: true,
      ...load,
    },
    {
      when: { body: 'Briefly unavailable for scheduled maintenance.' },
      strength: 'conclusive',
      says: "`{value}` is WordPress's sentence while it updates",
      documented: true,
      ...load,
    },
    {
      when: { all: [{ json: 'code' }, { json: 'message' }, { json: 'data.status' }] },
      strength: 'strong',
      says: 'The body has the form of a WordPress REST error: `code`, `message`, `data.status`',
      ...die,
    },
  ],

  codes: [
    {
      when: { body: 'Briefly unavailable for scheduled maintenance' },
      role: 'application',
      fault: 'maintenance',
      confidence: 'certain',
      verdict: 'WordPress answered: it is updating itself, or an update was cut off.',
      cause: 'The file `.maintenance` is there and younger than 10 minutes; a cache may keep this answer for longer.',
      look: 'whether an update runs; else delete `.maintenance`',
      steps: [
        { text: 'Wait 10 minutes, then WordPress ignores the file; or delete it', command: 'rm .maintenance' },
        { text: 'Is it still shown? Empty the page cache and the CDN' },
      ],
      ...load,
    },
    {
      when: { body: 'Error establishing a database connection' },
      role: 'application',
      fault: 'application_error',
      also: ['destination_unavailable', 'connection_refused'],
      confidence: 'likely',
      verdict: 'WordPress answered: it cannot reach its database.',
      cause: 'The database server is down or full, or the credentials in `wp-config.php` are wrong.',
      look: 'the database server',
      steps: [{ text: 'Ask the database with the credentials of WordPress', command: 'wp db check' }],
      ...load,
    },
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'A plugin, the theme or WordPress itself ended with a PHP fatal error.',
      look: "`wp-content/debug.log` or PHP's error log; the mail to the site's administrator names the plugin",
      ...fatal,
    },
    {
      status: 503,
      role: 'application',
      fault: 'application_error',
      also: ['maintenance', 'overloaded'],
      confidence: 'possible',
      cause: 'Code of the application chose 503: maintenance, a failed health check or load shedding. A dead backend cannot answer this.',
      look: "`wp-content/debug.log` or PHP's error log; the mail to the site's administrator names the plugin",
      ...fatal,
    },
    {
      status: 504,
      role: 'application',
      fault: 'application_error',
      also: ['http_response_timeout'],
      confidence: 'possible',
      cause: 'Code of the application chose 504: most likely a service that it called did not answer in time.',
      look: "`wp-content/debug.log` or PHP's error log; the mail to the site's administrator names the plugin",
      ...fatal,
    },
    {
      status: 502,
      role: 'application',
      fault: 'application_error',
      also: ['connection_refused', 'http_protocol_error'],
      confidence: 'possible',
      cause: 'Code of the application chose 502: most likely a service that it called failed.',
      look: "`wp-content/debug.log` or PHP's error log; the mail to the site's administrator names the plugin",
      ...fatal,
    },
    {
      role: 'application',
      fault: 'application_error',
      confidence: 'possible',
      cause: 'A plugin, the theme or WordPress itself ended with a PHP fatal error.',
      look: "`wp-content/debug.log` or PHP's error log; the mail to the site's administrator names the plugin",
      ...fatal,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    { text: "Read the mail to the site's administrator: it names the plugin or theme and has a link to recovery mode" },
    {
      text: 'Log it: set `WP_DEBUG` and `WP_DEBUG_LOG` in `wp-config.php`, repeat, read the log',
      command: 'tail -40 wp-content/debug.log',
    },
    { text: 'Does it go away without plugins?', command: 'wp plugin deactivate --all --skip-plugins --skip-themes' },
  ],

  docs: 'https://wordpress.org/documentation/article/faq-troubleshooting/',
};
