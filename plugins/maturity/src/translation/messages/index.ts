// All texts of the plugin in English, one file for each folder of screens.
import { component } from './component';

export const messages = { component } as const;
