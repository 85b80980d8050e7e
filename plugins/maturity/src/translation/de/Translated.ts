// The shape of another language: every text of the English messages, none more.

/** The same tree with any text at its leaves. */
export type Translated<T> = { [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };
