/** Every log line as one JSON object: what a process writes as JSON passes through, plain words are wrapped. */
import { Transform } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { stripVTControlCharacters } from 'node:util'

/** A line without an end is cut here, so that a process that never ends one cannot fill the memory. */
const longestLine = 256 * 1024

export function structuredLines(name: string, level: 'info' | 'error', now = () => new Date()): Transform {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const structured = (line: string) => {
    const words = stripVTControlCharacters(line).trimEnd()
    if (words === '') return ''
    if (isJsonObject(words)) return `${words}\n`
    return `${JSON.stringify({ level, time: now().toISOString(), process: name, msg: words })}\n`
  }
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const lines = (rest + decoder.write(chunk)).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > longestLine) {
        lines.push(rest)
        rest = ''
      }
      done(null, lines.map(structured).join(''))
    },
    flush(done) {
      done(null, structured(rest + decoder.end()))
    },
  })
}

function isJsonObject(words: string): boolean {
  if (!words.startsWith('{')) return false
  try {
    JSON.parse(words)
    return true
  } catch {
    return false
  }
}
