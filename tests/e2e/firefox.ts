import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newProfile, startBrowser } from './browser-process';
import { until } from './until';

/** Keeps Firefox from calling home, which a closed network would show as delays. */
const PREFS: Readonly<Record<string, string | number | boolean>> = {
  'remote.active-protocols': 1,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.auto': false,
  'app.normandy.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.topsites.contile.enabled': false,
  'toolkit.telemetry.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'media.gmp-manager.updateEnabled': false,
};

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  readonly executable: string;
  readonly headless: boolean;
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Page that is loaded before the toolbox opens. */
  readonly before?: string;
}

/** Firefox with its toolbox open on a tab, at the console: the extension's tab exists, and is not shown yet. */
export interface Firefox {
  goto(url: string): Promise<void>;
  /** Evaluates in the inspected page; gives what JSON can carry. */
  inPage<T>(expression: string): Promise<T>;
  /** Selects the extension's tab and waits for its document. */
  showPanel(): Promise<void>;
  /** Evaluates in the panel's document; gives what JSON can carry. */
  inPanel<T>(expression: string): Promise<T>;
  /** Clicks the element that the expression finds in the panel, with the mouse, as a person does: the page sees a trusted event. */
  click(element: string): Promise<void>;
  clipboard(): Promise<string>;
  /** Ends the extension and starts it anew, as an update does, and waits for its new tab. */
  reloadExtension(): Promise<void>;
  setTheme(theme: 'light' | 'dark'): Promise<void>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly type: string;
  readonly error?: string;
  readonly message?: string;
  readonly result?: unknown;
}
interface Evaluated {
  readonly type: 'success' | 'exception';
  readonly exceptionDetails?: { readonly text: string };
  readonly result?: { readonly value?: unknown };
}
interface Tree {
  readonly contexts: readonly { readonly context: string }[];
}

/** WebDriver BiDi over a WebSocket: https://www.w3.org/TR/webdriver-bidi/. */
async function connect(address: string): Promise<{ send<T>(method: string, params?: object): Promise<T>; close(): void }> {
  const socket = new WebSocket(`${address}/session`);
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onerror = () => reject(new Error(`No WebDriver BiDi at ${address}`));
  });
  const pending = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  socket.onmessage = ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    const waiting = reply.id === undefined ? undefined : pending.get(reply.id);
    if (waiting === undefined || reply.id === undefined) return;
    pending.delete(reply.id);
    if (reply.type === 'error') waiting.reject(new Error(`${reply.error}: ${reply.message}`));
    else waiting.resolve(reply.result);
  };
  socket.onclose = () => {
    for (const { reject } of pending.values()) reject(new Error('Firefox closed the connection'));
  };
  let lastId = 0;
  return {
    send: <T>(method: string, params: object = {}) =>
      new Promise<T>((resolve, reject) => {
        const id = ++lastId;
        pending.set(id, { resolve: (value) => resolve(value as T), reject });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}

/** Starts Firefox with the extension and its toolbox. Needs Firefox 146 or newer. */
export async function launchFirefox({ extension, executable, headless, prefs = {}, before }: LaunchOptions): Promise<Firefox> {
  const profile = newProfile();
  const lines = Object.entries({ ...PREFS, ...prefs }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const child = await startBrowser(
    executable,
    [
      ...(headless ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile,
      '--remote-debugging-port',
      '0',
      '--remote-allow-system-access',
      'about:blank',
    ],
    profile,
    // Its own home: as root with another user's HOME it would refuse to start.
    { ...process.env, HOME: profile },
  );
  const bidi = await connect(child.address).catch(async (error: unknown) => {
    await child.close();
    throw error;
  });
  const evaluate = async <T>(context: string, expression: string): Promise<T> => {
    const json = `(async () => JSON.stringify(await (${expression})))()`;
    const answer = await bidi.send<Evaluated>('script.evaluate', { expression: json, target: { context }, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'exception');
    return typeof answer.result?.value === 'string' ? (JSON.parse(answer.result.value) as T) : (undefined as T);
  };
  try {
    await bidi.send('session.new', { capabilities: {} });
    const installed = await bidi.send<{ readonly extension: string }>('webExtension.install', {
      extensionData: { type: 'path', path: extension },
    });
    const page = (await bidi.send<Tree>('browsingContext.getTree')).contexts[0]?.context ?? '';
    const window = (await bidi.send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome' })).contexts[0]?.context ?? '';
    if (before !== undefined) await bidi.send('browsingContext.navigate', { context: page, url: before, wait: 'complete' });
    const inBrowser = <T>(expression: string): Promise<T> => evaluate<T>(window, expression);
    await inBrowser(`(async () => {
      const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
      globalThis.toolbox = await require('devtools/client/framework/devtools').gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: 'webconsole' });
    })()`);
    const findTool = (): Promise<string | undefined> =>
      inBrowser<string | undefined>(`toolbox.getAdditionalTools().find((tool) => tool.label === '5xx Inspector')?.id`);
    let tool = await until(findTool, 'the tab 5xx Inspector', 30_000);
    const panel = (): string =>
      `toolbox.doc.getElementById(${JSON.stringify(`toolbox-panel-iframe-${tool}`)})?.contentDocument?.getElementById('webext-panels-browser')`;
    /** Runs a script in the panel's process, where `content` is the panel's window and `answer` hands a value back. */
    const inFrame = async <T>(script: string): Promise<T> => {
      const body = `const answer = (value) => sendAsyncMessage(NAME, JSON.stringify({ value })); const refuse = (error) => sendAsyncMessage(NAME, JSON.stringify({ error: String(error) })); (async () => { ${script} })().catch(refuse);`;
      const text = await inBrowser<string>(`new Promise((resolve) => {
        const manager = ${panel()}.messageManager;
        const name = 'panel:' + Math.random();
        manager.addMessageListener(name, function listener({ data }) { manager.removeMessageListener(name, listener); resolve(data); });
        manager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent('{ const NAME = ' + JSON.stringify(name) + ';' + ${JSON.stringify(body)} + '}'), false);
      })`);
      const { value, error } = JSON.parse(text) as { readonly value?: T; readonly error?: string };
      if (error !== undefined) throw new Error(error);
      return value as T;
    };
    // The panel's policy forbids eval; a sandbox over its window does not ask it.
    const sandboxed = (expression: string): string =>
      `await Cu.evalInSandbox(${JSON.stringify(`(async () => (${expression}))()`)}, new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false }))`;
    const inPanel = <T>(expression: string): Promise<T> => inFrame<T>(`answer(${sandboxed(expression)});`);
    return {
      goto: async (url) => void (await bidi.send('browsingContext.navigate', { context: page, url, wait: 'complete' })),
      inPage: (expression) => evaluate(page, expression),
      async showPanel() {
        await inBrowser(`toolbox.selectTool(${JSON.stringify(tool)}).then(() => true)`);
        await until(() => inBrowser<boolean>(`(${panel()}?.currentURI?.spec ?? '').endsWith('/panel.html')`), 'the panel', 30_000);
        await until(() => inPanel<boolean>(`document.querySelector('[role=toolbar]') !== null`), 'the panel to be drawn', 30_000);
      },
      inPanel,
      async click(element) {
        const at = await inPanel<{ readonly x: number; readonly y: number } | null>(
          `(() => { const found = ${element}; if (!found) return null; found.scrollIntoView({ block: 'center' }); const r = found.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()`,
        );
        if (at === null) throw new Error(`nothing to click: ${element}`);
        // Through Firefox's own input handling, so that it counts as the user's act. The event is not marked as made by a script.
        await inFrame(
          `for (const type of ['mousemove', 'mousedown', 'mouseup']) content.synthesizeMouseEvent(type, ${at.x}, ${at.y}, { button: 0, clickCount: type === 'mousemove' ? 0 : 1 }, { isDOMEventSynthesized: false }); answer(true);`,
        );
      },
      clipboard: () =>
        inBrowser<string>(`(() => {
          const transfer = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
          transfer.init(null);
          transfer.addDataFlavor('text/plain');
          Services.clipboard.getData(transfer, Services.clipboard.kGlobalClipboard);
          const out = {};
          transfer.getTransferData('text/plain', out);
          return out.value.QueryInterface(Ci.nsISupportsString).data;
        })()`),
      async reloadExtension() {
        const id = JSON.stringify(installed.extension);
        await inBrowser(`(async () => {
          const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
          await (await AddonManager.getAddonByID(${id})).reload();
        })()`);
        tool = await until(findTool, 'the new tab 5xx Inspector', 30_000);
      },
      setTheme: async (theme) => void (await inBrowser(`Services.prefs.setCharPref('devtools.theme', '${theme}')`)),
      async close() {
        bidi.close();
        await child.close();
      },
    };
  } catch (error) {
    bidi.close();
    await child.close();
    throw error;
  }
}
