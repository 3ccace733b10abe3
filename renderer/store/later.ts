/** The functions of a service, each answering later. */
export type Later<Service> = {
  readonly [Name in keyof Service]: Service[Name] extends (...given: infer Given) => infer Answer
    ? (...given: Given) => Promise<Awaited<Answer>>
    : never;
};

/**
 * A service whose code is read when it is first asked: a start waits for none of it. Every function has to be named,
 * because nothing is known of the service before.
 */
export function later<Service extends object>(
  names: { readonly [Name in keyof Service]: true },
  read: () => Promise<Service>,
): Later<Service> {
  let reading: Promise<Service> | undefined;
  const service = (): Promise<Service> => {
    reading ??= read().catch((thrown) => {
      reading = undefined;
      throw thrown;
    });
    return reading;
  };
  const functions = Object.keys(names).map((name) => {
    const call = async (...given: unknown[]): Promise<unknown> => {
      const found = await service();
      const method: unknown = Reflect.get(found, name);
      if (typeof method !== 'function') throw new TypeError(`no function ${name}`);
      return Reflect.apply(method, found, given);
    };
    return [name, call] as const;
  });
  // The names are all there are, and each function passes on what it was given and what it is answered.
  return Object.fromEntries(functions) as Later<Service>;
}
