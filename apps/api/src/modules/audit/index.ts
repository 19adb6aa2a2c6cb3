import './schema.ts'

export { type EntryFilter, entriesMatching } from './loaders.ts'
