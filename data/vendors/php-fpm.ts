import type { Vendor } from '../../diagnosis/types';

const docs = { source: 'https://www.php.net/manual/en/install.fpm.configuration.php', verified: '2026-11-22' } as const;

/** PHP behind FastCGI. */
export const phpFpm: Vendor = {
  id: 'php-fpm',
  name: 'PHP-FPM',
  kind: 'application',
  depth: 5,
  onPath: [],
  issued: [
    {
      when: {
        all: [
          { status: 500 },
          { header: 'content-type', matches: /^text\/html; charset=UTF-8$/ },
          { bodyEmpty: true },
          { absent: 'x-powered-by' },
          // Servers that PHP runs behind.
          {
            any: [
              { absent: 'server' },
              { header: 'server', matches: /^(?:nginx|apache|openresty|litespeed|lighttpd|angie|tengine|microsoft-iis|h2o)/i },
            ],
          },
        ],
      },
      strength: 'supporting',
      says: "An empty 500 as `text/html; charset=UTF-8`, PHP's default type, is mostly a PHP fatal error with `display_errors` off",
      ...docs,
    },
    {
      when: { any: [{ body: 'Primary script unknown' }, { body: 'No input file specified.' }] },
      strength: 'strong',
      says: '`{value}` is a message of PHP behind FastCGI',
      documented: true,
      ...docs,
    },
  ],

  codes: [
    {
      status: 500,
      role: 'application',
      fault: 'application_error',
      confidence: 'likely',
      cause: 'The script ended with a fatal error and `display_errors` is off.',
      look: "PHP's error log, then the log of the pool (`php_admin_value[error_log]`)",
      ...docs,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [
    {
      text: 'Search the log of the pool around {time} for `PHP Fatal error`',
      command: "sudo grep -h 'Fatal error' /var/log/php*-fpm.log /var/log/php*/*.log | tail -20",
    },
    {
      text: 'Nothing there: the web server may hold it as `FastCGI sent in stderr`',
      command: "sudo grep 'FastCGI sent in stderr' /var/log/nginx/error.log | tail -20",
    },
  ],

  docs: 'https://www.php.net/manual/en/install.fpm.configuration.php',
};
