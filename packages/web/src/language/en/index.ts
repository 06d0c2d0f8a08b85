import comingIn from './coming-in.json';
import criteria from './criteria.json';
import dossier from './dossier.json';
import frame from './frame.json';
import hooks from './hooks.json';
import imports from './imports.json';
import ladder from './ladder.json';
import palette from './palette.json';
import people from './people.json';
import peopleList from './people-list.json';
import person from './person.json';
import settings from './settings.json';
import studio from './studio.json';
import words from './words.json';

/** What the pages say, a file for each of their rooms. A key stands in one file only. */
export default {
  ...comingIn,
  ...criteria,
  ...dossier,
  ...frame,
  ...hooks,
  ...imports,
  ...ladder,
  ...palette,
  ...people,
  ...peopleList,
  ...person,
  ...settings,
  ...studio,
  ...words,
};
