import type { StepRule, Test } from '../diagnosis/types';

const command = "curl --noproxy '*' -sv -o /dev/null {url}";

/** The step that goes around a proxy on the person's own computer. */
export const withoutProxy: StepRule = { text: 'Ask for it without the proxy of this computer', command };
/** The test that tells whether such a proxy is at fault. */
export const withoutProxyTest: Test = {
  text: 'Ask for it without the proxy of this computer.',
  command,
  outcomes: [
    { result: 'It answers', means: 'only the way through the proxy fails' },
    { result: 'It fails as well', means: 'the site or the network fails, whatever is in between' },
  ],
};
