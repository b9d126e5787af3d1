//! Makes a profile of the demo company whose user sees a team of ten reps with 20,000 visits, in the folder
//! named, behind the PIN of every test, as of the moment named.

use satchel_app::{DemoRep, demo_team, see_team};
use satchel_tests::phone::{PIN, fake_phone};
use std::error::Error;
use std::path::Path;

const REPS: usize = 10;
const VISITS: usize = 20_000;
/// Documents written in one transaction.
const AT_ONCE: usize = 5_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut given = std::env::args().skip(1);
    let folder = given.next().ok_or("a folder is missing")?;
    let now = given.next().ok_or("a moment is missing, such as 2026-05-14T09:41:00+01:00")?;
    let rep = DemoRep { device_code: "VAN3".into(), user: "Inês Prata".into() };
    let phone = fake_phone(Path::new(&folder), &now)?;
    let session = phone.satchel.create_demo_for(PIN, "en", &rep)?;
    let today = session.today();
    let company = satchel_demo::documents(today)?;
    let team = demo_team(&company, today, REPS, VISITS)?;
    for some in team.chunks(AT_ONCE) {
        see_team(session.store(), some.to_vec(), today)?;
    }
    Ok(())
}
