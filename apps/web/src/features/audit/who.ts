/** The log keeps `Name <address>` as one text, so that it can be read after the person is gone. */
export function whoOf(actorName: string | null): { readonly name: string; readonly email: string | null } {
  const [, name, email] = /^(.*) <([^<>]*)>$/.exec(actorName ?? '') ?? []
  return name !== undefined && email !== undefined
    ? { name: name || email, email }
    : { name: actorName ?? '', email: null }
}
