/** How large a list may be. A national list has some thousand rows; everything beyond these is a mistake or an attack. */
export const LIMITS = {
  /** One file, in bytes. */
  fileBytes: 20_000_000,
  rows: 20_000,
  columns: 100,
  /** One cell, in characters. */
  cellLength: 4_000,
  /** Parts of a spreadsheet file. */
  zipEntries: 2_000,
  /** One part, and all parts that are read, once expanded. */
  partBytes: 64_000_000,
  totalBytes: 128_000_000,
  /** How many times larger a part may become than it is stored; Excel's own stay below 50. */
  zipRatio: 200,
  xmlDepth: 64,
} as const;
