// The command without its entry, which starts before all of this is loaded.
export { help } from './secondThread';
export { main } from './main';
