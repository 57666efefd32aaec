import type { Vendor } from '../../diagnosis/types';

const page = { source: 'https://github.com/ruby/webrick/blob/master/lib/webrick/httpresponse.rb', verified: '2026-11-25' } as const;

/** WEBrick, Ruby's own server. Its errors are Ruby exceptions. */
export const webrick: Vendor = {
  id: 'webrick',
  name: 'WEBrick',
  kind: 'application',
  depth: 5,
  onPath: [{ when: { header: 'server', matches: /^WEBrick\//i }, says: '`server: {value}`', version: /WEBrick\/([\d.]+)/, ...page }],
  issued: [
    {
      when: { bodyMatches: /<ADDRESS>\s{0,40}WEBrick\/\d[\w.]{1,12} \(Ruby/i, near: 'webrick/' },
      strength: 'conclusive',
      says: "The page is WEBrick's, signed `{value}`",
      version: /WEBrick\/([\d.]+)/,
      ...page,
    },
  ],
  codes: [
    {
      role: 'application',
      fault: 'application_error',
      also: ['http_request_error'],
      confidence: 'likely',
      cause: 'The code raised; WEBrick prints the exception.',
      look: 'the output of the Ruby process',
      documented: true,
      ...page,
    },
  ],
  timeouts: [],
  ids: [],
  steps: [{ text: 'Read the output of the Ruby process at {time}: the exception and its trace stand there.' }],
};
