// Reads the body of an answer with a limit on its size and on silence, whole or line by line.
import { errorMessage } from '@maturity-roadmap/engine';
import { GatewayError } from './ClusterGateway';
import { dropFieldSets } from './dropFieldSets';

/** How much of an answer that is too large is kept: its metadata come before its items. */
const beginningLength = 16_384;

/** Limits of a body. */
export interface BodyLimits {
  /** Bytes of the whole, or of one line. */
  bytes: number;
  /** Milliseconds without a byte after which the sender counts as gone. */
  silence: number;
}

async function* chunksOf(response: Response, silence: number): AsyncGenerator<Uint8Array> {
  if (!response.body) return;
  const reader = response.body.getReader();
  // One timer for all chunks: each only says when it came.
  let heard = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const look = () => {
      const left = silence - (performance.now() - heard);
      if (left > 0) timer = setTimeout(look, left);
      else reject(new Error(`no byte for ${silence / 1000} s`));
    };
    timer = setTimeout(look, silence);
  });
  late.catch(() => {});
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) return;
      heard = performance.now();
      yield value;
      // Whoever takes long over a chunk is no sign of a silent sender.
      heard = performance.now();
    }
  } catch (error) {
    throw error instanceof GatewayError ? error : new GatewayError('unreachable', `broke off: ${errorMessage(error)}`);
  } finally {
    clearTimeout(timer);
    // Not awaited: a sender that hangs would hold this back as well.
    reader.cancel().catch(() => {});
  }
}

/**
 * The whole body as text, without what {@link dropFieldSets} takes out.
 *
 * @throws GatewayError `tooLarge` with the beginning, or `unreachable`
 */
export async function readText(response: Response, limits: BodyLimits): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunksOf(response, limits.silence)) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > limits.bytes) {
      const beginning = Buffer.concat(chunks).subarray(0, beginningLength).toString('utf8');
      throw new GatewayError('tooLarge', `an answer is larger than ${limits.bytes >> 20} MiB`, beginning);
    }
  }
  return dropFieldSets(Buffer.concat(chunks)).toString('utf8');
}

/**
 * The lines of a body as they come, without what {@link dropFieldSets} takes out. A line that is too long is left out and told.
 *
 * @param onLongLine - called for each line that was left out
 */
export async function* readLines(
  response: Response,
  limits: BodyLimits,
  onLongLine: () => void,
): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let bytes = 0;
  const take = (chunk: Buffer) => {
    bytes += chunk.length;
    // Of a line that is too long nothing is kept but its length.
    if (bytes <= limits.bytes) parts.push(chunk);
    else parts = [];
  };
  for await (const chunk of chunksOf(response, limits.silence)) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      take(rest.subarray(0, end));
      if (bytes > limits.bytes) onLongLine();
      else if (bytes > 0) yield dropFieldSets(Buffer.concat(parts)).toString('utf8');
      parts = [];
      bytes = 0;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) take(rest);
  }
}
