declare const brand: unique symbol;

/** A value of type `T` that only its own constructor hands out, so that two meanings of one type cannot be mixed up. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
