import type { ExportedRow } from '@sundown/db'
import { csvLine } from './csv.ts'
import type { ZipEntry } from './zip.ts'

/** One JSON object a line: the table, and the row. */
export async function* linesOf(rows: AsyncIterable<ExportedRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`
}

/** One file of comma-separated values a table; the rows come table by table. */
export async function* tablesOf(rows: AsyncGenerator<ExportedRow>): AsyncGenerator<ZipEntry> {
  let next = await rows.next()
  while (!next.done) {
    const { table, row } = next.value
    const columns = Object.keys(row)
    async function* content() {
      // So that a spreadsheet reads it as UTF-8.
      yield `\uFEFF${csvLine(columns)}`
      while (!next.done && next.value.table === table) {
        const { row: values } = next.value
        yield csvLine(columns.map((column) => values[column]))
        next = await rows.next()
      }
    }
    yield { name: `${table}.csv`, content: content() }
  }
}
