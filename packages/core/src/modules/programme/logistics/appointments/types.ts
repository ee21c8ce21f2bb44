/** An appointment to try out the line, with what a calendar needs. */
export type CheckAppointment = {
  readonly personId: string
  readonly name: string
  readonly editionId: string
  readonly editionName: string
  readonly timeZone: string
  /** `YYYY-MM-DD`, or with a time `YYYY-MM-DDTHH:mm`, in wall time of the edition. */
  readonly start: string
  readonly by: string | null
  readonly link: string | null
  /** How often what is known of them has changed. */
  readonly revision: number
}
