// Delivery: what stands behind a change.
export * from './causeOf';
