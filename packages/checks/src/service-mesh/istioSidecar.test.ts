// Injection of sidecars as a truth table: labels of the namespace, labels and annotation of the pod, and the outcome.
import { sidecarIntent } from './istioSidecar';

const inject = 'sidecar.istio.io/inject';

it.each<[Record<string, string>, Record<string, string>, Record<string, string>, boolean]>([
  [{}, {}, {}, false],
  [{ 'istio-injection': 'enabled' }, {}, {}, true],
  [{ 'istio-injection': 'enabled' }, { [inject]: 'false' }, {}, false],
  [{ 'istio-injection': 'enabled' }, {}, { [inject]: 'false' }, false],
  [{ 'istio-injection': 'enabled' }, { [inject]: 'true' }, { [inject]: 'false' }, true],
  [{ 'istio-injection': 'disabled' }, { [inject]: 'true' }, {}, false],
  [{ 'istio-injection': 'disabled', 'istio.io/rev': 'stable' }, {}, {}, false],
  [{ 'istio.io/rev': 'stable' }, {}, {}, true],
  [{ 'istio.io/rev': 'stable' }, { [inject]: 'false' }, {}, false],
  [{}, { [inject]: 'true' }, {}, true],
  [{}, { 'istio.io/rev': 'canary' }, {}, true],
  [{}, { 'istio.io/rev': 'canary', [inject]: 'false' }, {}, false],
  [{}, {}, { [inject]: 'true' }, false],
  [{ 'istio-injection': 'enabled' }, { [inject]: 'no' }, {}, true],
  [{ 'istio-injection': 'enabled' }, {}, { [inject]: 'off' }, true],
])('namespace %j, pod %j, annotations %j', (namespace, labels, annotations, enrolled) => {
  expect(sidecarIntent({ labels, annotations }, { labels: namespace, annotations: {} }).enrolled).toBe(enrolled);
});
