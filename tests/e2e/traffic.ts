import { connect, createServer } from 'node:net';

/** A proxy that writes down where a browser wants to go, and lets it through. */
export interface Traffic {
  readonly port: number;
  /** Host and port of every connection that was asked for, in order. */
  readonly targets: readonly string[];
  close(): Promise<void>;
}

/** Browsers ask their makers for updates and settings, with or without an extension, whatever flags say. */
const MAKERS = /(?:^|\.)(?:google\.com|googleapis\.com|gvt1\.com|mozilla\.(?:com|net|org)|firefox\.com)(?::\d+)?$/;

/** Where the browser went, each target once, but for what its maker has it do. */
export const targetsOf = (traffic: Traffic): readonly string[] => [...new Set(traffic.targets)].filter((target) => !MAKERS.test(target));

/** Starts the proxy: plain requests and CONNECT, each connection to its target as it is asked for. */
export async function recordTraffic(): Promise<Traffic> {
  const targets: string[] = [];
  const open = new Set<{ destroy(): void }>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.once('data', (first) => {
      const [method = '', target = ''] = first.toString('latin1').split(' ', 2);
      const host = method === 'CONNECT' ? target : target.replace(/^\w+:\/\//, '').split('/')[0];
      targets.push(host ?? '');
      const [name = '', port = '80'] = (host ?? '').split(':');
      // Only what is on this machine is let through: a test depends on nothing else.
      if (name !== '127.0.0.1' && !name.endsWith('localhost')) {
        client.destroy();
        return;
      }
      const to = connect(Number(port), '127.0.0.1');
      open.add(to);
      to.on('error', () => client.destroy());
      if (method === 'CONNECT') client.write('HTTP/1.1 200 OK\r\n\r\n');
      // One request per connection: a second would bypass the record. The path alone, as a server expects it.
      else
        to.write(
          first
            .toString('latin1')
            .replace(/ \w+:\/\/[^/ ]+/, ' ')
            .replace(/\r\n(?:proxy-)?connection:[^\r]*/gi, '')
            .replace('\r\n', '\r\nConnection: close\r\n'),
          'latin1',
        );
      client.pipe(to);
      to.pipe(client);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    targets,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
