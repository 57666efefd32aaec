import { grouped } from './format';
import { n } from './strings';

/** Words of the preview of a copy. */
export const previewStrings = {
  previewTitle: (failures: number) => `What leaves${failures === 1 ? '' : `: ${n(failures, 'failure')}`}`,
  previewHidden: (hidden: number) =>
    hidden === 0
      ? 'No secret was found in it.'
      : `${n(hidden, 'secret is', 'secrets are')} hidden. Press one to leave it in, for this copy only.`,
  previewLeft: (left: number) => `${n(left, 'secret is', 'secrets are')} left in.`,
  hideAgain: 'Hide all again',
  leaveIn: (shown: string, kind: string) => `${shown}, a hidden ${kind}: leave it in`,
  hide: (shown: string, kind: string) => `${shown}, a ${kind} that was left in: hide it`,
  previewCut: 'Long parts are cut; each such place says how much.',
  previewLong: (shown: number, all: number) => `Shown here: the first ${grouped(shown)} of ${n(all, 'character')}.`,
  previewText: 'The report',
  formatChoice: 'Format',
  copyThis: 'Copy',
  saveThis: 'Save as a file',
  cancel: 'Cancel (Esc)',
  kinds: {
    authorization: 'credential',
    cookie: 'cookie value',
    'api-key': 'API key',
    password: 'password',
    token: 'token',
    signature: 'signature',
    'private-key': 'private key',
    email: 'e-mail address',
    card: 'card number',
    userinfo: 'user and password',
    random: 'random value',
    address: 'private address',
  },
} as const;
