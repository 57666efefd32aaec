import type { Hop } from './types';

/** What a hop did, as people say it. */
export type Deed = Hop['part'] | 'runs';

/** An application server does not pass on what the application inside it answers: it runs it. */
export const deedOf = (path: readonly Hop[], i: number): Deed => {
  const hop = path[i];
  return hop?.part === 'relayed' && hop.kind === 'application' && path[i + 1]?.kind === 'application' ? 'runs' : (hop?.part ?? 'relayed');
};
