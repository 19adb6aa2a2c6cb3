import compile from 'icu-minify/compile'
import { da } from '../messages/da.ts'
import { en, type Messages } from '../messages/en.ts'
import type { Locale } from './locales.ts'

/** Every text in the form that the browser's formatter reads; parsed once, on the server. */
export const messages: Readonly<Record<Locale, typeof en>> = { en: compiled(en), da: compiled(da) }

declare module 'use-intl' {
  interface AppConfig {
    Locale: string
    Messages: typeof en
  }
}

/**
 * To the type checker compiled messages keep the type of the texts, from which it knows their arguments. The clone gives
 * the compiler's objects the prototype that React demands of what goes to the browser.
 */
function compiled(texts: Messages): typeof en {
  return structuredClone(compileTree(texts)) as typeof en
}

type Tree = { readonly [key: string]: string | Tree }

function compileTree(tree: Tree): unknown {
  return Object.fromEntries(
    Object.entries(tree).map(([key, node]) => [key, typeof node === 'string' ? compile(node) : compileTree(node)]),
  )
}
