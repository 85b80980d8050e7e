// The cards of overview pages: small, and much alike, so they load as one.
export { MaturityCard } from './component/MaturityCard';
export { RollupCard } from './rollup/RollupCard';
