import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A browser with a fresh profile, which ends with this process however that ends. */
export interface BrowserProcess {
  /** The address that its remote debugging server printed. */
  readonly address: string;
  /** Resolves when the browser has ended, by itself or not. */
  readonly ended: Promise<void>;
  /** Ends it with everything it started, and removes its profile. */
  close(): Promise<void>;
}

const running = new Set<() => void>();
const killAll = (): void => {
  for (const kill of running) kill();
  running.clear();
};
process.on('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    killAll();
    // Nobody else is listening: end as the signal would have.
    if (process.listenerCount(signal) === 1) process.exit(1);
  });

/** Makes an empty profile folder. */
export const newProfile = (): string => mkdtempSync(join(tmpdir(), '5xx-inspector-'));

/** Starts a browser and waits for its debugging address. Throws with what the browser said when it ends before. */
export async function startBrowser(
  executable: string,
  args: readonly string[],
  profile: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<BrowserProcess> {
  // Detached: its own process group, so that the whole of it can be ended.
  const child: ChildProcess = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32', env });
  const kill = (): void => {
    try {
      if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
      else process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Ended already.
    }
  };
  const killNow = (): void => {
    kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  running.add(killNow);
  let said = '';
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      said += error.message;
      resolve();
    });
  });
  const close = async (): Promise<void> => {
    kill();
    await ended;
    running.delete(killNow);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  const address = new Promise<string>((resolve, reject) => {
    child.stderr?.on('data', (data) => {
      // Only the first words matter; what it says later would only fill the memory.
      if (said.length < 20_000) said += String(data);
      const found = /ws:\/\/[\w.:[\]]+:\d+(?:\/[\w/-]*)?/.exec(said);
      if (found) resolve(found[0]);
    });
    void ended.then(() => reject(new Error(`${executable} ended before it could be driven: ${said.slice(-1000)}`)));
    setTimeout(() => reject(new Error(`${executable} said no debugging address within 60 s: ${said.slice(-1000)}`)), 60_000).unref();
  });
  try {
    return { address: await address, ended, close };
  } catch (error) {
    await close();
    throw error;
  }
}
