// The version of the standard: of what the checks ask, not of the code that asks it.

/**
 * Version of the standard, `<major>.<minor>`. It grows with every change that can move a component's standing: a new
 * check, another severity, topic, threshold or meaning. `yarn generate` keeps what each version asks, and writes the changelog.
 *
 * @public
 */
export const standardVersion = '1.1';
