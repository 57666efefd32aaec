/** Words that mean nothing special to a POSIX shell. */
const SAFE = /^[A-Za-z0-9_./:=@%+,-]+$/;
/** In PowerShell a comma makes a list, `@` and `%` at the front an operator, and `-a.b` is two words. */
const SAFE_PS = /^[A-Za-z0-9_/][A-Za-z0-9_./:=@%+-]*$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Percent-encodes what a terminal could act on (control characters, escapes, bidi marks): pasted text must stay what it looks like. */
export const tame = (s: string): string =>
  s.replace(CONTROL, (c) => [...new TextEncoder().encode(c)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`).join(''));

/** Text in single quotes for a POSIX shell, as it is: for bodies, which keep their line ends. */
export const literalPosix = (s: string): string => `'${s.replaceAll("'", "'\\''")}'`;
/** The same for PowerShell: quotes doubled inside. The typographic quotes count as quotes there too. */
export const literalPowerShell = (s: string): string => `'${s.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

/** One word for a POSIX shell: bare when it is plain, else in single quotes. Control characters are percent-encoded. */
export function quotePosix(s: string): string {
  const t = tame(s);
  return SAFE.test(t) ? t : literalPosix(t);
}

/** One word for PowerShell: bare when it is plain, else in single quotes. Control characters are percent-encoded. */
export function quotePowerShell(s: string): string {
  const t = tame(s);
  return SAFE_PS.test(t) ? t : literalPowerShell(t);
}

/** Whether a text holds nothing that a terminal could act on, line ends apart. */
export const isPrintable = (s: string): boolean => !s.replaceAll('\n', '').match(CONTROL);
