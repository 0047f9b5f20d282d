/**
 * Reads content/legal/*.md: a small part of Markdown in which people write questions, terms and changes.
 *
 *     ## A group
 *     ### A heading {#its-address}
 *     A paragraph, or lines such as
 *     - Name: words
 */

/** A line of an entry. `name` is what stands before the colon of a list item, null for a paragraph. */
export interface EntryLine {
  name: string | null;
  text: string;
  line: number;
}

/** One heading of the third level with what stands below it. */
export interface Entry {
  /** The second-level heading above it; empty when there is none. */
  group: string;
  title: string;
  anchor: string;
  lines: EntryLine[];
  /** The heading's line in the file. */
  line: number;
}

/** Something that is written wrong, for whoever wrote it. */
export interface EntryProblem {
  line: number;
  message: string;
}

/** The entries of a file in their order, and every line that fits nowhere. Lines above the first heading are remarks. */
export function readEntries(text: string): { entries: Entry[]; problems: EntryProblem[] } {
  const entries: Entry[] = [];
  const problems: EntryProblem[] = [];
  const anchors = new Set<string>();
  let group = '';
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1;
    const written = raw.trim();
    const [, title, anchor] = /^### (.+?) \{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$/.exec(written) ?? [];
    if (title !== undefined && anchor !== undefined) {
      if (anchors.has(anchor)) problems.push({ line, message: `{#${anchor}} stands twice` });
      anchors.add(anchor);
      entries.push({ group, title, anchor, lines: [], line });
    } else if (written.startsWith('## ')) {
      group = written.slice(3).trim();
    } else if (written.startsWith('###')) {
      problems.push({ line, message: 'a heading is written "### Words {#address}"' });
    } else if (written !== '') {
      const [, name = null, words = written] = /^- ([^:]+): (.+)$/.exec(written) ?? [];
      entries.at(-1)?.lines.push({ name, text: words, line });
    }
  }
  for (const { title, lines, line } of entries) {
    if (lines.length === 0) problems.push({ line, message: `nothing stands below "${title}"` });
  }
  return { entries, problems };
}
