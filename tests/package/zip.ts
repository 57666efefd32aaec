import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/** One file of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  /** MS-DOS time and date, as the archive has them. */
  readonly modified: number;
  readonly bytes: Buffer;
}

/** The files of a zip archive in its order, by its central directory (APPNOTE.TXT 4.3). Throws on what is no such archive. */
export function unzip(archive: Buffer): readonly ZipEntry[] {
  const end = archive.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer));
  let at = archive.readUInt32LE(end + 16);
  return Array.from({ length: archive.readUInt16LE(end + 10) }, () => {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error(`no zip entry at ${at}`);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((o) => archive.readUInt16LE(at + o)) as [number, number, number];
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const entry = {
      name: archive.toString('utf8', at + 46, at + 46 + nameLength),
      modified: archive.readUInt32LE(at + 12),
      bytes: archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed),
    };
    at += 46 + nameLength + extraLength + commentLength;
    return entry;
  });
}
