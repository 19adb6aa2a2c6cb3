import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { generatedFiles } from './generated-docs.ts'

test.each(generatedFiles().map((file) => [file.path, file.content] as const))(
  '%s is up to date with the data it is made from',
  (path, content) => {
    expect(readFileSync(join(import.meta.dirname, '../../..', path), 'utf8')).toBe(content)
  },
)
