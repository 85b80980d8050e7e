// Recognises image scanners in pipelines of any kind, and whether they can stop the pipeline.

/** How a scanner is called, as a command or as a step, and what makes it fail on findings. */
const scanners: readonly { scanner: string; call: RegExp; stops: RegExp | 'always' }[] = [
  { scanner: 'Trivy', call: /\btrivy(-action|\s+(image|i|rootfs)\b)/i, stops: /exit[-_]code["']?[\s:=]+["']?[1-9]/i },
  {
    scanner: 'Grype',
    call: /\bgrype\s+\S|anchore\/grype/i,
    stops: /--fail-on|\s-f\s+\w+/i,
  },
  // Fails the build unless told otherwise. See https://github.com/anchore/scan-action#action-inputs
  { scanner: 'Grype', call: /anchore\/scan-action/i, stops: /^(?![\s\S]*fail-build:\s*["']?false)/i },
  {
    scanner: 'Docker Scout',
    call: /docker\s+scout\s+(cves|quickview|compare)|docker\/scout-action/i,
    stops: /exit-code["']?\s*:\s*["']?true|--exit-code|\s-e\b/i,
  },
  // These two fail on findings of their own accord.
  { scanner: 'Snyk', call: /snyk\s+container\s+test|snyk\/actions\/docker/i, stops: 'always' },
  { scanner: 'Clair', call: /clair-scanner|clairctl/i, stops: 'always' },
];

const isComment = (line: string) => /^\s*(#|\/\/)/.test(line);

export interface PipelineScanner {
  scanner: string;
  /** Line of the first call, counted from 1. */
  line: number;
  /** Some finding makes the pipeline fail. */
  stops: boolean;
}

/** The scanners that the text of a pipeline calls; comments don't count. */
export function scannersIn(text: string): PipelineScanner[] {
  const lines = text.split(/\r?\n/).map(line => (isComment(line) ? '' : line));
  const whole = lines.join('\n');
  return scanners.flatMap(({ scanner, call, stops }) => {
    const at = lines.findIndex(line => call.test(line));
    return at < 0 ? [] : { scanner, line: at + 1, stops: stops === 'always' || stops.test(whole) };
  });
}
