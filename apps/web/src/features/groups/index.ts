export { GroupsPage } from './groups-page.tsx'
export { GroupFilter, SelectionDialog } from './lazy.ts'
