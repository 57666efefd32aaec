/** Words that mean nothing special to a POSIX shell, nor to PowerShell. */
const SAFE = /^[A-Za-z0-9_./:=@%+,-]+$/;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Percent-encodes what a terminal could act on (control characters, escapes, bidi marks): pasted text must stay what it looks like. */
const tame = (s: string): string =>
  s.replace(CONTROL, (c) => [...new TextEncoder().encode(c)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`).join(''));

/** One word for a POSIX shell: bare when it is plain, else in single quotes. Control characters are percent-encoded. */
export function quotePosix(s: string): string {
  const t = tame(s);
  return SAFE.test(t) ? t : `'${t.replaceAll("'", "'\\''")}'`;
}

/** One word for PowerShell: single quotes, doubled inside. The typographic quotes count as quotes there too. */
export function quotePowerShell(s: string): string {
  const t = tame(s);
  return SAFE.test(t) && !/^[@%-]/.test(t) ? t : `'${t.replace(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;
}
