// Plain scalars: where they may start, and what they stand for in the core schema (YAML 1.2.2, 10.3).
import { code } from './Cursor';

const never = 1;
const ifTextFollows = 2;

/** Whether a plain scalar may start with a character. */
const starts = new Uint8Array(128);
for (const char of '\t\n #&*!|>\'"%@`,[]{}') starts[char.charCodeAt(0)] = never;
for (const char of '-?:') starts[char.charCodeAt(0)] = ifTextFollows;

const isFlowIndicator = (char: number) =>
  char === code.comma ||
  char === code.openBracket ||
  char === code.closeBracket ||
  char === code.openBrace ||
  char === code.closeBrace;

/** Whether a character ends what stands before a colon, so that the colon parts key and value. */
export function partsAfterColon(char: number, inFlow: boolean): boolean {
  return char === code.space || char === code.newline || char === code.tab || (inFlow && isFlowIndicator(char));
}

/** Whether a plain scalar can start here. */
export function startsPlain(text: string, at: number, inFlow: boolean): boolean {
  const char = text.charCodeAt(at);
  if (char >= 128) return true;
  const rule = starts[char];
  return rule === 0 || (rule === ifTextFollows && !partsAfterColon(text.charCodeAt(at + 1), inFlow));
}

const isText = 0;
const isWord = 1;
const isNumber = 2;

/** What a plain scalar may stand for, by its first character. */
const meanings = new Uint8Array(128);
for (const char of 'nNtTfF') meanings[char.charCodeAt(0)] = isWord;
for (const char of '0123456789+-.') meanings[char.charCodeAt(0)] = isNumber;

/** The value of a plain scalar. */
export function resolvePlain(text: string, start: number, end: number): unknown {
  const first = text.charCodeAt(start);
  const meaning = first < 128 ? meanings[first] : isText;
  if (meaning === isNumber) return resolveNumber(text, start, end);
  if (meaning === isWord && end - start <= 5) return resolveWord(text.slice(start, end));
  return first === code.tilde && end - start === 1 ? null : text.slice(start, end);
}

function resolveWord(word: string): unknown {
  switch (word) {
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    default:
      return word;
  }
}

/** So many digits make a number that can be counted together without rounding. */
const exactDigits = 15;

function resolveNumber(text: string, start: number, end: number): unknown {
  if (end - start > exactDigits) return resolveRareNumber(text.slice(start, end));
  let sum = 0;
  for (let at = start; at < end; at++) {
    const char = text.charCodeAt(at);
    if (char < code.zero || char > code.nine) return resolveRareNumber(text.slice(start, end));
    sum = sum * 10 + (char - code.zero);
  }
  return sum;
}

const decimal = /^[-+]?\d+$/;
const prefixed = /^0(?:o[0-7]+|x[\da-fA-F]+)$/;
const float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const infinite = /^[-+]?\.(?:inf|Inf|INF)$/;
const notANumber = /^\.(?:nan|NaN|NAN)$/;
/** Quantities, versions, addresses and dates start like numbers and go on with what no number holds. */
const numeric = /^[-+.\da-fxoINF]+$/i;

function resolveRareNumber(word: string): unknown {
  if (!numeric.test(word)) return word;
  let value = NaN;
  if (decimal.test(word) || float.test(word)) value = Number(word);
  else if (prefixed.test(word)) value = parseInt(word.slice(2), word[1] === 'x' ? 16 : 8);
  else if (infinite.test(word)) return word.startsWith('-') ? -Infinity : Infinity;
  else if (notANumber.test(word)) return NaN;
  // What is too large to be a number stays text.
  return Number.isFinite(value) ? value : word;
}
