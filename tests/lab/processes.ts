import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where one run of the lab lives: a folder and processes, all gone when it is closed. */
export interface Site {
  /** Writes a file below the lab's folder; returns its absolute path. */
  file(name: string, text: string): string;
  /** Absolute path below the lab's folder. */
  path(name: string): string;
  /** Starts a program in a process group of its own and waits until it accepts connections on `port`. */
  start(command: string, args: readonly string[], port: number, env?: Readonly<Record<string, string>>): Promise<ChildProcess>;
  /** Ends everything that was started, then removes the folder. */
  close(): Promise<void>;
}

/** True when something accepts a TCP connection there. */
export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Below what Linux gives to outgoing connections (32768 and more: ip(7), ip_local_port_range), so that none of those can take it first. */
let nextPort = 20_000 + (process.pid % 10_000);

/** A port that nothing listens on, and that is not given twice. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    if (await canListen(port)) return port;
  }
}
const canListen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

const soon = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const START_MS = 15_000;

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Sessions that were started, ended or not: whatever still lives in one of them was left behind. */
const sessions = new Set<number>();
const kill = (pid: number): void => {
  // A stopped process takes no other signal than these two.
  for (const signal of ['SIGCONT', 'SIGKILL'] as const) {
    try {
      process.kill(-pid, signal);
    } catch {
      // The group has ended already.
    }
  }
};
const killAll = (): void => {
  for (const pid of sessions) if (livingIn(new Set([pid])).length > 0) kill(pid);
};
process.on('exit', killAll);

/** Command lines of the living processes whose session is one of these. Linux: proc(5), field 6 of stat. */
function livingIn(wanted: ReadonlySet<number>): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
        const [state, , , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z' || !wanted.has(Number(session))) return [];
        return [readFileSync(`/proc/${pid}/cmdline`, 'latin1').replaceAll('\0', ' ').trim()];
      } catch {
        // It ended while it was looked at.
        return [];
      }
    });
}

/** Command lines of processes that the lab started and that still live. */
export const leftBehind = (): string[] => livingIn(sessions);

/** Opens a folder for one run. */
export function openSite(): Site {
  // Readable by the users that servers drop their rights to.
  const folder = mkdtempSync(join(tmpdir(), 'lab-'));
  const children: ChildProcess[] = [];
  const path = (name: string): string => join(folder, name);
  return {
    path,
    file(name, text) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), text);
      return path(name);
    },
    async start(command, args, port, env = {}) {
      const child = spawn(command, args, {
        cwd: folder,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...env },
      });
      children.push(child);
      // Detached: it leads a session of its own, whose id is its process id.
      if (child.pid !== undefined) sessions.add(child.pid);
      let said = '';
      const hear = (chunk: Buffer): void => {
        said = (said + chunk.toString()).slice(-2000);
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      let failed: Error | null = null;
      child.once('error', (error) => {
        failed = error;
      });
      for (const end = Date.now() + START_MS; !(await accepts(port)); await soon(20)) {
        if (failed !== null) throw failed;
        if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}: ${said}`);
        if (Date.now() > end) throw new Error(`${command} does not listen on ${port}: ${said}`);
      }
      return child;
    },
    async close() {
      for (const child of children) if (child.pid !== undefined) kill(child.pid);
      await Promise.all(children.map(ended));
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}
