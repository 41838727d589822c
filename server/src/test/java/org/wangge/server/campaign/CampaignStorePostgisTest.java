package org.wangge.server.campaign;

import org.wangge.server.storage.TestDatabase;

class CampaignStorePostgisTest extends CampaignStoreContract {
  @Override
  TestDatabase kind() {
    return TestDatabase.POSTGIS;
  }
}
