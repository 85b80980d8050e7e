// The command without its entry, which starts before all of this is loaded.
export { help } from './helper';
export { main } from './main';
