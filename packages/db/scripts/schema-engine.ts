import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/** Prisma's schema engine as WebAssembly, so that no engine has to be downloaded. */
export type SchemaEngine = bindings.SchemaEngine

export interface SchemaFile {
  readonly path: string
  readonly content: string
}

let loaded: Promise<void> | undefined

/**
 * Opens an engine for a schema and a database. `url` may be any text where only schemas are compared.
 * Free it with `free()`.
 */
export async function openSchemaEngine(options: {
  readonly url: string
  readonly schema: readonly SchemaFile[]
}): Promise<SchemaEngine> {
  loaded ??= load()
  await loaded
  return await bindings.SchemaEngine.new(
    { datamodels: options.schema.map((file) => [file.path, file.content]) },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: options.url })),
  )
}

// Node has it; its types come only with the browser's.
declare namespace WebAssembly {
  function instantiate(
    bytes: Uint8Array,
    imports: Record<string, unknown>,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

// The package's own entry imports the .wasm file as a module, which Node still calls experimental.
async function load(): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const bytes = await readFile(join(folder, 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': bindings,
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
}
