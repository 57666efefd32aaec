const PATHS = {
  record: 'M8 3.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9z',
  stopped: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 0 1 0-11zm0 1.5a4 4 0 1 0 0 8a4 4 0 0 0 0-8z',
  clear: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM4.4 5.5a4.5 4.5 0 0 0 6.1 6.1zm1.1-1.1 6.1 6.1a4.5 4.5 0 0 0-6.1-6.1z',
  group: 'M2 3h12v1.5H2zm3 3.2h9v1.5H5zm0 3.1h9v1.5H5zM2 12.5h12V14H2z',
  settings:
    'M7 1.5h2l.3 1.7 1.2.5 1.4-1 1.4 1.4-1 1.4.5 1.2 1.7.3v2l-1.7.3-.5 1.2 1 1.4-1.4 1.4-1.4-1-1.2.5-.3 1.7H7l-.3-1.7-1.2-.5-1.4 1-1.4-1.4 1-1.4-.5-1.2L1.5 9V7l1.7-.3.5-1.2-1-1.4L4.1 2.7l1.4 1 1.2-.5zM8 5.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 0 0 0-4.4z',
  close: 'm4.2 3.1 3.8 3.8 3.8-3.8 1.1 1.1L9.1 8l3.8 3.8-1.1 1.1L8 9.1l-3.8 3.8-1.1-1.1L6.9 8 3.1 4.2z',
  down: 'm3.5 5.5 4.5 4.7 4.5-4.7-1-1L8 8.1 4.5 4.5z',
  right: 'm5.5 3.5 4.7 4.5-4.7 4.5-1-1L8.1 8 4.5 4.5z',
  up: 'm3.5 10.5 4.5-4.7 4.5 4.7-1 1L8 7.9l-3.5 3.6z',
  open: 'M7.2 10.5V4.6L5 6.8l-1-1L8 1.7l4 4.1-1 1-2.3-2.2v5.9zM2 11h1.5v2h9v-2H14v3.5H2z',
  save: 'M8.7 1.7v5.9l2.3-2.2 1 1L8 10.5l-4-4.1 1-1 2.2 2.2V1.7zM2 11h1.5v2h9v-2H14v3.5H2z',
  back: 'm8.5 3-5 5 5 5 1-1-3.2-3.3h7V7.3h-7L9.5 4z',
} as const;

/** A drawing in the text's colour; it says nothing to screen readers, so the button around it needs a name. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={PATHS[name]} />
    </svg>
  );
}
