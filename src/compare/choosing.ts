/** Lets a reader choose projects to compare: in tables, among those that a search finds, and on a project's page. */
import '../components/unfold.ts';
import './choose-found.ts';
import './choose-listed.ts';
import './choose-related.ts';
import './add-to-comparison.ts';
