import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, version } from 'vite';

/** A running reverse proxy. */
export interface RunningProxy {
  readonly port: number;
  /** Product and version. */
  readonly name: string;
  close(): Promise<void>;
}

/** A port on which nothing listens: taken and given back. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createTcp();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

const answers = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    (r) => r.arrayBuffer().then(() => true),
    () => false,
  );

/** nginx with its defaults, in front of `app` and, under `/reports/`, of a port where nothing listens. Throws with nginx's message when it does not start. */
async function startNginx(executable: string, app: number): Promise<RunningProxy> {
  const [port, dead] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), '5xx-demo-nginx-'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
  access_log off; ${temporary}
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://127.0.0.1:${app}; }
    location /reports/ { proxy_pass http://127.0.0.1:${dead}; }
  }
}
`,
  );
  let said = '';
  const child: ChildProcess = spawn(executable, ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr?.on('data', (data) => {
    said += String(data);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Also when this process ends in a hurry: SIGTERM makes the master take its workers along.
  const kill = (): void => {
    child.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', kill);
  const close = async (): Promise<void> => {
    process.off('exit', kill);
    kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const until = Date.now() + 5000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > until) {
      await close();
      throw new Error(`nginx did not start: ${said.trim()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const name = /nginx\/[\d.]+/.exec(spawnSync(executable, ['-v'], { encoding: 'utf8' }).stderr)?.[0].replace('/', ' ');
  return { port, name: name ?? 'nginx', close };
}

/** The reverse proxy of Vite's development server: where nginx is not to be had. */
async function startVite(app: number): Promise<RunningProxy> {
  const dead = await freePort();
  const server = await createServer({
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true },
    server: {
      host: '127.0.0.1',
      port: await freePort(),
      ws: false,
      watch: null,
      proxy: { '/reports/': `http://127.0.0.1:${dead}`, '/': `http://127.0.0.1:${app}` },
    },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('Vite is not listening');
  return { port: address.port, name: `Vite ${version}`, close: () => server.close() };
}

/** A real reverse proxy in front of the application at port `app`: nginx where its path is given, else Vite's. */
export const startProxy = (nginx: string | null, app: number): Promise<RunningProxy> =>
  nginx === null ? startVite(app) : startNginx(nginx, app);
