/** What a peer answered, in the reader's language: the protocol's own words stay, the words around them are translated. */
import type { Locale } from './source.ts'

/** The answer as evidence of a finding shows it. */
export const answerText = (answer: string, locale: Locale): string =>
  locale === 'en' ? answer : phrases.reduce((text, [pattern, danish]) => text.replace(pattern, danish), answer)

/** Longest first, so that a phrase is not taken apart by its words. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/heartbeat response with memory that was not sent/, 'heartbeat-svar med hukommelse, der ikke var sendt'],
  [/Finished with wrong padding accepted/, 'Finished med forkert udfyldning accepteret'],
  [/pipelined command not answered under TLS/, 'kommando sendt i forvejen blev ikke besvaret under TLS'],
  [/pipelined command answered under TLS/, 'kommando sendt i forvejen blev besvaret under TLS'],
  [/a reply under TLS to neither/, 'et svar under TLS på ingen af delene'],
  [/no reply under TLS/, 'intet svar under TLS'],
  [/ServerHello with a session id of (\d+) bytes/, 'ServerHello med et sessions-id på $1 byte'],
  [/ServerHello without/, 'ServerHello uden'],
  [/ServerHello with\b/, 'ServerHello med'],
  [/DHE with (\d+) bits/, 'DHE med $1 bit'],
  [/no ticket issued/, 'ingen billet udstedt'],
  [/every malformed record/, 'hver forkert post'],
  [/every block/, 'hver blok'],
  [/strong oracle/, 'stærkt orakel'],
  [/weak oracle/, 'svagt orakel'],
  [/handshake failed/, 'handshake mislykkedes'],
  [/not TLS/, 'ikke TLS'],
  [/^closed$/, 'lukket'],
  [/: closed\b/g, ': lukket'],
  [/^reset$/, 'nulstillet'],
  [/^timed-out$/, 'intet svar i tide'],
  [/alert warning/g, 'alert (advarsel)'],
  [/alert fatal/g, 'alert (fatal)'],
]
