package org.wangge.server.campaign;

import org.wangge.server.storage.TestDatabase;

class CampaignStoreH2Test extends CampaignStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.H2;
  }
}
