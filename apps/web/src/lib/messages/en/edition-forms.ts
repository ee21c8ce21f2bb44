export const editionForms = {
  rooms: {
    title: 'Rooms',
    create: 'Add a room',
    empty: 'There is no room yet.',
    name: 'Name',
    capacity: 'Seats',
    description: 'Description',
    descriptionHint: 'Where it is, what it has, how to get in: part of the printed programme and of calendars',
    sessions: 'Sessions',
  },
  tracks: {
    title: 'Tracks',
    create: 'Add a track',
    empty: 'There is no track yet.',
    name: 'Name',
    colour: 'Colour',
    sessions: 'Sessions',
  },
}
