// Takes Markdown apart into prose and its top-level code blocks, so that each block can have a copy button.

/** A stretch of Markdown, or the text of a code block. */
export interface ContentPart {
  isCode: boolean;
  text: string;
}

const fence = /^```[^\n]*\n([\s\S]*?)^```[ \t]*$/gm;

/** The parts in their order; code that is indented, as in a list, stays with its prose. */
export function splitCode(markdown: string): ContentPart[] {
  const parts: ContentPart[] = [];
  let start = 0;
  for (const match of markdown.matchAll(fence)) {
    parts.push({ isCode: false, text: markdown.slice(start, match.index) }, { isCode: true, text: match[1].trimEnd() });
    start = match.index + match[0].length;
  }
  parts.push({ isCode: false, text: markdown.slice(start) });
  return parts.filter(({ text }) => text.trim() !== '');
}
