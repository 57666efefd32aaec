import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { STOPPED_LISTENER, startBackend } from './backend';
import type { Upstreams } from './fronts/front';
import { freePort, type Site } from './processes';

/** Signs throw-away certificates: an authority, an expired one, one that signs itself, and the fronts' own. */
function certificates(site: Site): { readonly ca: string; readonly pem: string; readonly expired: string; readonly selfSigned: string } {
  const config = site.file(
    'tls/openssl.cnf',
    '[req]\ndistinguished_name=dn\n[dn]\n[ca]\nbasicConstraints=critical,CA:true\n[leaf]\nsubjectAltName=DNS:localhost,IP:127.0.0.1\n',
  );
  const openssl = (...args: string[]): void => void execFileSync('openssl', args, { stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const at = (name: string): string => site.path(`tls/${name}`);
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-days',
    '2',
    '-subj',
    '/CN=lab authority',
    '-config',
    config,
    '-extensions',
    'ca',
  );
  openssl(
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('self.key'),
    '-out',
    at('self.pem'),
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-config',
    config,
    '-extensions',
    'leaf',
  );
  const leaf = (name: string, from: string, to: string): void => {
    openssl('req', '-new', ...key, '-keyout', at(`${name}.key`), '-out', at(`${name}.csr`), '-subj', '/CN=localhost', '-config', config);
    const database = site.file(`tls/${name}.txt`, '');
    const ca = site.file(
      `tls/${name}.cnf`,
      `[ca]\ndefault_ca=d\n[d]\ndatabase=${database}\nnew_certs_dir=${at('')}\nrand_serial=yes\ndefault_md=sha256\npolicy=p\nx509_extensions=leaf\nunique_subject=no\n[p]\ncommonName=supplied\n[leaf]\nsubjectAltName=DNS:localhost,DNS:*.test,IP:127.0.0.1\n`,
    );
    openssl(
      'ca',
      '-batch',
      '-config',
      ca,
      '-cert',
      at('ca.pem'),
      '-keyfile',
      at('ca.key'),
      '-in',
      at(`${name}.csr`),
      '-out',
      at(`${name}.pem`),
      '-startdate',
      from,
      '-enddate',
      to,
      '-notext',
    );
  };
  leaf('expired', '20200101000000Z', '20200102000000Z');
  leaf('front', '20200101000000Z', '20491231000000Z');
  const joined = (name: string): string =>
    site.file(`tls/${name}.both.pem`, readFileSync(at(`${name}.pem`), 'utf8') + readFileSync(at(`${name}.key`), 'utf8'));
  return {
    ca: at('ca.pem'),
    pem: joined('front'),
    expired: joined('expired'),
    selfSigned: site.file('tls/self.both.pem', readFileSync(at('self.pem'), 'utf8') + readFileSync(at('self.key'), 'utf8')),
  };
}

/** A DNS server that answers every question with NXDOMAIN (RFC 1035 section 4.1.1, response code 3). */
function startNoDns(): Promise<{ readonly port: number; close(): void }> {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const reply = Buffer.from(query);
    reply.writeUInt16BE(0x8183, 2);
    reply.writeUInt32BE(0, 6);
    reply.writeUInt16BE(0, 10);
    socket.send(reply.subarray(0, 12 + questionLength(query)), from.port, from.address);
  });
  return new Promise((resolve) => socket.bind(0, '127.0.0.1', () => resolve({ port: socket.address().port, close: () => socket.close() })));
}
const questionLength = (query: Buffer): number => {
  let at = 12;
  while (at < query.length && query[at] !== 0) at += (query[at] ?? 0) + 1;
  return at + 5 - 12;
};

/** A listener whose process is stopped, with its accept queue filled: the kernel then drops every further handshake. */
async function startBlackhole(site: Site): Promise<{ readonly port: number; close(): void }> {
  const port = await freePort();
  const child = await site.start(process.execPath, ['-e', STOPPED_LISTENER, String(port)], port);
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGSTOP');
  const fill = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  return {
    port,
    close: () => {
      for (const socket of fill) socket.destroy();
    },
  };
}

/** What stands behind the fronts. */
export interface Behind {
  readonly up: Upstreams;
  /** Requests that the backend holds open, for as long as their clients wish. */
  held(): number;
  close(): Promise<void>;
}

/** Starts everything that stands behind the fronts. */
export async function startUpstreams(site: Site): Promise<Behind> {
  const pems = certificates(site);
  const tls = (pem: string) => ({ key: readFileSync(pem, 'utf8'), cert: readFileSync(pem, 'utf8') });
  const [app, expired, selfSigned] = await Promise.all([
    startBackend(),
    startBackend(tls(pems.expired)),
    startBackend(tls(pems.selfSigned)),
  ]);
  const dns = await startNoDns();
  const blackhole = await startBlackhole(site);
  return {
    up: {
      app: app.port,
      refused: await freePort(),
      blackhole: blackhole.port,
      tlsExpired: expired.port,
      tlsSelfSigned: selfSigned.port,
      dns: dns.port,
      ca: pems.ca,
      pem: pems.pem,
    },
    held: app.held,
    async close() {
      blackhole.close();
      dns.close();
      await Promise.all([app.close(), expired.close(), selfSigned.close()]);
    },
  };
}
