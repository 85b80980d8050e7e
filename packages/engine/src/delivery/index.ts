// Delivery: what stands behind a change, and where an object is declared.
export type { ChangeCause } from './causeOf';
export { causeOf } from './causeOf';
export * from './deliveryOf';
