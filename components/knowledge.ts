import { signal } from '@preact/signals';

/** Everything that reasons and knows: the engine, the vendors, the codes, the reports. */
export type Knowledge = typeof import('../diagnosis');

/**
 * null until it has loaded, a moment after the panel is first drawn: what is known of two hundred vendors is most of the code,
 * and the list of failures can be read without it.
 */
export const knowledge = signal<Knowledge | null>(null);

/** Loads the knowledge once; views that read the signal are drawn again. */
export async function loadKnowledge(): Promise<void> {
  knowledge.value ??= await import('../diagnosis');
}
